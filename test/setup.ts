import fc from "fast-check";

/** The same cases in every run, so that a red test is red again; `FAST_CHECK_SEED=random` looks for new ones. */
const wanted = process.env["FAST_CHECK_SEED"] ?? "20261123";

if (wanted !== "random") fc.configureGlobal({ seed: Number(wanted) });
