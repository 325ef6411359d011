import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** The work that a guess costs, as scrypt's N: about 40 ms on a desk's computer. */
const usualCost = 16_384;
const keyBytes = 32;

/** Hashes passwords and compares them. */
export interface Passwords {
  /** What is stored of a password: scrypt with a salt of its own, as `salt.key` in base64url. */
  hash(password: string): Promise<string>;
  /** Takes the same time whether the hash exists or not, so that a wrong number is no quicker than a wrong password. */
  isOf(hash: string | undefined, password: string): Promise<boolean>;
}

/** `cost`: scrypt's N, a power of two. What was hashed at one cost is compared at the same. */
export function openPasswords(cost = usualCost): Passwords {
  const derive = (password: string, salt: Buffer): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      scrypt(password.normalize('NFC'), salt, keyBytes, { N: cost, r: 8, p: 1 }, (error, key) => {
        if (error === null) resolve(key);
        else reject(error);
      });
    });
  return {
    async hash(password) {
      const salt = randomBytes(16);
      return `${salt.toString('base64url')}.${(await derive(password, salt)).toString('base64url')}`;
    },
    async isOf(hash, password) {
      const [salt = '', key = ''] = (hash ?? '').split('.');
      const derived = await derive(password, Buffer.from(salt, 'base64url'));
      const stored = Buffer.from(key, 'base64url');
      return stored.length === keyBytes && timingSafeEqual(stored, derived);
    },
  };
}
