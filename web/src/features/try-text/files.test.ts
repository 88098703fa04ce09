import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOfFile } from './files';

test('UTF-8 text is taken as it is, without a byte order mark', async () => {
  assert.deepEqual(await textOfFile(new Blob(['\uFEFFBáo cáo'])), { text: 'Báo cáo' });
});

test('bytes that are no UTF-8 text are refused instead of guessed', async () => {
  assert.deepEqual(await textOfFile(new Blob([new Uint8Array([0x42, 0xe1, 0x6f])])), { refusal: 'try.not_text' });
  assert.deepEqual(await textOfFile(new Blob(['PK\0\0'])), { refusal: 'try.not_text' });
});

test('a file above the limit of the server is refused before it is sent', async () => {
  assert.deepEqual(await textOfFile(new Blob([new Uint8Array(16 * 1024 * 1024 + 1)])), { refusal: 'try.too_large' });
});
