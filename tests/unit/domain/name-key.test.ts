import { describe, expect, it } from 'vitest';
import { duplicateIndex, foldText, fullName, nameKey, phoneKey, readPersonLine, splitName } from '#domain/name-key.ts';

const key = (name: string) => nameKey(splitName(name));

describe('one key for a name', () => {
  it.each([
    ['İbrahim Işık', 'IBRAHIM ISIK'],
    ['İbrahim Işık', 'Işık, İbrahim'],
    ['ibrahim ışık', 'Ibrahim Isik'],
    ['İBRAHİM IŞIK', 'İbrahim Işik'],
    ['Şule Çağrı Öztürk', 'SULE CAGRI OZTURK'],
    ['Jean-Pierre Lefèvre', 'LEFEVRE Jean Pierre'],
    ['Sinéad O’Brien', "Sinead O'Brien"],
    ['Łukasz Brzęczyszczykiewicz', 'Lukasz Brzeczyszczykiewicz'],
  ])('[NM1] %s and %s', (one, other) => {
    expect(key(one)).toBe(key(other));
    expect(key(one)).not.toBe('');
  });

  it('[NM1] folds composed and decomposed letters alike', () => {
    expect(foldText('Öğüt'.normalize('NFC'))).toBe(foldText('Öğüt'.normalize('NFD')));
    expect([foldText('Iğdır'), foldText('İğdır')]).toEqual(['igdir', 'igdir']);
  });

  it('[NM1] keeps different names apart, and letters of other scripts', () => {
    expect(key('İbrahim Işık')).not.toBe(key('İbrahim Işıklı'));
    expect(key('ምስራቅ ተስፋዬ')).not.toBe('');
    expect(nameKey({})).toBe('');
  });

  it.each(['Dr. Ayşe Demir', 'Sn. Ayşe Demir', 'Prof. Dr. Ayşe DEMİR', 'Mme Ayse Demir', 'Doç. Dr. Ayşe Demir'])(
    '[NM2] %s is Ayşe Demir',
    (name) => expect(key(name)).toBe(key('Ayşe Demir')),
  );

  it('[NM2] keeps a name that is nothing but a form of address', () => {
    expect(nameKey({ familyName: 'Bey' })).toBe('bey');
  });
});

describe('who may be one person', () => {
  const known = [
    {
      id: 1,
      givenName: 'İbrahim',
      familyName: 'Işık',
      organisation: 'Ağrı İl Müdürlüğü (örnek)',
      phone: '0532 000 11 22',
    },
    { id: 2, givenName: 'Ayşe', familyName: 'Demir', organisation: '', place: 'Erzurum' },
  ];
  const { find } = duplicateIndex(known);

  it('[NM3] finds the same name with the same organisation, however either is written', () => {
    expect(find({ givenName: 'IBRAHIM', familyName: 'ISIK', organisation: 'AGRI IL MUDURLUGU (ORNEK)' })).toMatchObject(
      {
        person: { id: 1 },
        reason: 'name',
      },
    );
  });

  it('[NM3] finds the same name where either has no organisation or place', () => {
    expect(find({ familyName: 'İbrahim Işık' })?.person.id).toBe(1);
    expect(find({ familyName: 'Demir', givenName: 'Ayse', organisation: 'Boğaz Platformu (örnek)' })?.person.id).toBe(
      2,
    );
  });

  it('[NM3] takes a namesake of another organisation or place for another person', () => {
    expect(
      find({ familyName: 'Işık', givenName: 'İbrahim', organisation: 'Zil Pasifik Care Network (example)' }),
    ).toBeUndefined();
    expect(find({ familyName: 'Demir', givenName: 'Ayşe', place: 'Trabzon' })).toBeUndefined();
  });

  it('[NM3] finds the same phone under any name, before any name', () => {
    expect(find({ familyName: 'Demir', givenName: 'Ayşe', phone: '+90 (532) 000 11 22' })).toMatchObject({
      person: { id: 1 },
      reason: 'phone',
    });
  });

  it('[NM3] finds nobody for nobody', () => {
    expect(find({})).toBeUndefined();
    expect(duplicateIndex([{ phone: '12' }, {}]).find({ phone: '12' })).toBeUndefined();
  });

  it('[NM3] finds those added since, the first of several', () => {
    const index = duplicateIndex<{ id: number; familyName: string; phone?: string }>();
    expect(index.find({ familyName: 'Su' })).toBeUndefined();
    index.add({ id: 1, familyName: 'Su' });
    index.add({ id: 2, familyName: 'SU', phone: '0532 000 00 01' });
    expect(index.find({ familyName: 'su', phone: '0533 000 00 02' })?.person.id).toBe(1);
  });

  it('[NM4] knows a phone by its last nine digits', () => {
    expect(phoneKey('+90 532 000 11 22')).toBe(phoneKey('0532-0001122'));
    expect(phoneKey('00248 2 512 345')).toBe('482512345');
    expect([phoneKey('112'), phoneKey(null), phoneKey('0000000')]).toEqual([undefined, undefined, undefined]);
  });
});

describe('a name in one piece', () => {
  it.each([
    ['İbrahim Işık', 'İbrahim', 'Işık'],
    ['Işık, İbrahim', 'İbrahim', 'Işık'],
    ['Şule Çağrı Öztürk', 'Şule Çağrı', 'Öztürk'],
    ['DE LA TOUR Marie Anne', 'Marie Anne', 'DE LA TOUR'],
    ['Marie DE LA TOUR', 'Marie', 'DE LA TOUR'],
    ['İBRAHİM IŞIK', 'İBRAHİM', 'IŞIK'],
    ['J.R. Hoareau', 'J.R.', 'Hoareau'],
    ['Şule', '', 'Şule'],
    [', Şule', '', 'Şule'],
    ['  Ayşe   Demir ', 'Ayşe', 'Demir'],
    ['', '', ''],
  ])('[NM5] parts "%s"', (text, givenName, familyName) => {
    expect(splitName(text)).toEqual({ givenName, familyName });
  });

  it('[NM6] reads what is typed at the door', () => {
    expect(readPersonLine('Ayşe Demir, Boğaz Çocuk Hakları Platformu (örnek), İstanbul')).toEqual({
      givenName: 'Ayşe',
      familyName: 'Demir',
      organisation: 'Boğaz Çocuk Hakları Platformu (örnek), İstanbul',
    });
    expect(readPersonLine('Ayşe Demir')).toMatchObject({ organisation: '' });
    expect(readPersonLine(', Boğaz')).toMatchObject({ givenName: '', familyName: '', organisation: 'Boğaz' });
  });

  it('[NM5] writes it again in the order it is said', () => {
    expect(fullName({ givenName: 'Ayşe', familyName: 'Demir' })).toBe('Ayşe Demir');
    expect(fullName({ familyName: 'Demir' })).toBe('Demir');
  });
});
