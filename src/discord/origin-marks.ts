/**
 * Before the link to where a result came from, the same in every language: a result of another one's button, or one that began
 * from a picture as well, without which it cannot be drawn again. Results of earlier versions have the first one for both.
 */
export const originMarks = { result: "↩", picture: "🖼️" } as const;
