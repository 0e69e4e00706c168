import { expect, it } from 'vitest';
import { isOnlyHere } from '#features/device/only-here.ts';

it.each(['http://localhost:4180/join#A', 'http://127.0.0.1/join', 'http://[::1]:80/', 'https://baraza.localhost/'])(
  'no other tablet can open %s',
  (link) => expect(isOnlyHere(link)).toBe(true),
);

it.each(['https://baraza.example.org/join', 'http://192.168.1.4:4180/', 'https://localhost.example.org/'])(
  'another tablet may open %s',
  (link) => expect(isOnlyHere(link)).toBe(false),
);
