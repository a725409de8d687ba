import type { Json } from "./types.ts";

/** What is wrong with a value, in the words of pydantic 1 and of pydantic 2. */
export interface Fault {
  one: [msg: string, type: string];
  two: [msg: string, type: string];
  ctx?: Json;
}

export const faults = {
  missing: {
    one: ["field required", "value_error.missing"],
    two: ["Field required", "missing"],
  },
  int: {
    one: ["value is not a valid integer", "type_error.integer"],
    two: ["Input should be a valid integer", "int_type"],
  },
  intText: {
    one: ["value is not a valid integer", "type_error.integer"],
    two: ["Input should be a valid integer, unable to parse string as an integer", "int_parsing"],
  },
  intFraction: {
    one: ["", ""],
    two: ["Input should be a valid integer, got a number with a fractional part", "int_from_float"],
  },
  float: {
    one: ["value is not a valid float", "type_error.float"],
    two: ["Input should be a valid number", "float_type"],
  },
  floatText: {
    one: ["value is not a valid float", "type_error.float"],
    two: ["Input should be a valid number, unable to parse string as a number", "float_parsing"],
  },
  bool: {
    one: ["value could not be parsed to a boolean", "type_error.bool"],
    two: ["Input should be a valid boolean", "bool_type"],
  },
  boolText: {
    one: ["value could not be parsed to a boolean", "type_error.bool"],
    two: ["Input should be a valid boolean, unable to interpret input", "bool_parsing"],
  },
  str: {
    one: ["str type expected", "type_error.str"],
    two: ["Input should be a valid string", "string_type"],
  },
  list: {
    one: ["value is not a valid list", "type_error.list"],
    two: ["Input should be a valid list", "list_type"],
  },
  dict: {
    one: ["value is not a valid dict", "type_error.dict"],
    two: ["Input should be a valid dictionary", "dict_type"],
  },
} satisfies Record<string, Fault>;

export const nullFault: Fault = {
  one: ["none is not an allowed value", "type_error.none.not_allowed"],
  two: ["", ""],
};
