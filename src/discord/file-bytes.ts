/** What Discord lets anyone upload anywhere, direct messages included (attachment_size_limit without boosts). Bytes. */
export const leastFileBytes = 10 * 1024 * 1024;
