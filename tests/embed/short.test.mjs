// The kinds of faults that matter most, for every run of npm test.
process.env.RT_EMBED ??= "short";
await import("./embed.test.mjs");
