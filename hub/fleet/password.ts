import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const cost = { N: 16_384, r: 8, p: 1 };
const keyBytes = 32;

/** What is stored of a password: scrypt with a salt of its own, as `salt.key` in base64url. */
export async function hashOfPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('base64url')}.${(await derive(password, salt)).toString('base64url')}`;
}

/** Takes the same time whether the hash exists or not, so that a wrong number is no quicker than a wrong password. */
export async function isPasswordOf(hash: string | undefined, password: string): Promise<boolean> {
  const [salt = '', key = ''] = (hash ?? '').split('.');
  const derived = await derive(password, Buffer.from(salt, 'base64url'));
  const stored = Buffer.from(key, 'base64url');
  return stored.length === keyBytes && timingSafeEqual(stored, derived);
}

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, keyBytes, cost, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
