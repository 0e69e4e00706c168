import type { Area } from '#language/catalogue.ts';

export const examples: Area<'examples'> = {
  title: 'Örnekler',
  note: 'Doldurulmuş bir örneğe göz atın. Örnekler hiçbir yere gönderilmez.',
  seychelles: {
    title: 'Seyşeller’de bir ortaklık günü',
    about: 'Bir gün, kamu ve STK’ler: engelleri konuşan dört masa. Tarih ve yer henüz belli değil.',
  },
  turkiye: {
    title: 'Türkiye’de bir eğitim programı',
    about: 'On ilde, üç turda otuz eğitim; her ilin kendi katılımcı listesi var.',
  },
  'south-africa': {
    title: 'Güney Afrika’da ulusal destek',
    about: 'İki günlük bir çalıştay ve sonrası: öncelikler, bir karar, bir ders; eylem gerekmiyor.',
  },
  open: 'Aç',
  openOf: 'Örneği aç: {title}',
  remove: 'Kaldır',
  removeOf: 'Örneği kaldır: {title}',
  removed: 'Örnek kaldırıldı: {title}',
  written: {
    lines: '“{title}” örneğinde {count, plural, one {# satır} other {# satır}} yazdınız ya da değiştirdiniz.',
    things: '“{title}” örneğinde {count, plural, one {# şey} other {# şey}} eklediniz ya da değiştirdiniz.',
    others: '{count, plural, one {Başka # şey} other {Başka # şey}} eklendi ya da değiştirildi.',
    goes: 'Örnekle birlikte bunlar da kaldırılır.',
    remove: 'Hepsini kaldır',
    keep: 'Örnek kalsın',
  },
  chunkMissing: 'Bu örnek yüklenemedi. Başka hiçbir şey etkilenmedi; sunucuya ulaşınca yeniden deneyin.',
};
