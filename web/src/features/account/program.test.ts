import assert from 'node:assert/strict';
import { test } from 'node:test';
import { programOf } from './program';

test('a browser is called by its own name, not by those it also claims', () => {
  assert.equal(programOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0'), 'Edge, Windows');
  assert.equal(programOf('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1'), 'Safari, iOS');
});

test('another program is called what it calls itself, and one that says nothing is not named', () => {
  assert.equal(programOf('curl/8.5.0'), 'curl/8.5.0');
  assert.equal(programOf(' '), null);
});
