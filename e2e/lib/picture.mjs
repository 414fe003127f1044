// A picture to publish, made here: a PNG of one colour over another, with words in it that must not follow along.
import { writeFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';

/** drawPicture writes a PNG of the size to a file. */
export async function drawPicture(file, { width = 320, height = 200 } = {}) {
  const rows = Buffer.alloc((1 + width * 3) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = y < height / 2 ? [142, 190, 220] : [70, 120 + (x % 40), 60];
      rows.set(colour, y * (1 + width * 3) + 1 + x * 3);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  await writeFile(file, Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), part('IHDR', head), part('tEXt', Buffer.from('Author\0Amina Berg', 'latin1')),
    part('IDAT', deflateSync(rows)), part('IEND', Buffer.alloc(0)),
  ]));
}

/** part is a chunk of a PNG: length, name, data and checksum. */
function part(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
