/** The words on screen, from the English catalogue, with their numbers and names put in. */
import { createTranslator } from 'use-intl/core';
import { catalogue } from '#language/en/catalogue.ts';

/** `say('register.list.count', { count: 31 })` is "31 people". */
export const say = createTranslator({ locale: 'en-GB', messages: catalogue, timeZone: 'UTC' });
