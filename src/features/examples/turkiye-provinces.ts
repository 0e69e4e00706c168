/** The pilot provinces of example B and their neighbours, in the order and the spelling of the source. */
export interface Province {
  readonly key: string;
  readonly name: string;
  readonly neighbours: readonly string[];
}

export const provinces: readonly Province[] = [
  {
    key: 'erzurum',
    name: 'Erzurum',
    neighbours: ['Artvin', 'Ardahan', 'Kars', 'Ağrı', 'Muş', 'Bingöl', 'Erzincan'],
  },
  { key: 'istanbul', name: 'İstanbul', neighbours: ['Tekirdağ'] },
  { key: 'bursa', name: 'Bursa', neighbours: ['Yalova', 'Kocaeli', 'Bilecik', 'Kütahya', 'Balıkesir'] },
  {
    key: 'ankara',
    name: 'Ankara',
    neighbours: ['Eskişehir', 'Bolu', 'Çankırı', 'Kırıkkale', 'Kırşehir', 'Aksaray'],
  },
  { key: 'trabzon', name: 'Trabzon', neighbours: ['Giresun', 'Gümüşhane', 'Bayburt', 'Rize'] },
  {
    key: 'diyarbakir',
    name: 'Diyarbakır',
    neighbours: ['Malatya', 'Adıyaman', 'Elazığ', 'Batman', 'Mardin'],
  },
  { key: 'antalya', name: 'Antalya', neighbours: ['Muğla', 'Burdur', 'Isparta', 'Konya', 'Karaman'] },
  { key: 'gaziantep', name: 'Gaziantep', neighbours: ['Şanlıurfa', 'Kilis', 'Hatay', 'Kahramanmaraş'] },
  { key: 'izmir', name: 'İzmir', neighbours: ['Manisa', 'Aydın'] },
  { key: 'adana', name: 'Adana', neighbours: ['Mersin', 'Niğde', 'Kayseri', 'Osmaniye'] },
];
