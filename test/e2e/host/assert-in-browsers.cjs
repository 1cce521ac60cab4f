// The tests import node:assert/strict; in a browser the package `assert` answers for it, and it asks for a process.
globalThis.process ??= {
  env: {},
  platform: 'browser',
  version: '',
  nextTick: (f, ...args) => queueMicrotask(() => f(...args)),
};
module.exports = require('assert/').strict;
