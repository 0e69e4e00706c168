/** What was said in two of the trainings of example B, by session and day. All of it is invented. */
import type { ExampleCapture, ExampleGroup } from './example.ts';

export const erzurumGroups: Readonly<Record<string, readonly ExampleGroup[]>> = {
  'r1-erzurum/0': [
    {
      label: 'Masa 1',
      question: 'İyi bir sosyal hizmeti nereden tanırız?',
      captures: [
        { kind: 'principle', side: 'ngo', text: 'Hizmeti alan kişi, hizmetin nasıl verileceğini de söyler' },
        { kind: 'feature', side: 'government', text: 'Başvuru ile ilk görüşme arasında en çok üç gün' },
        {
          kind: 'barrier',
          category: 'practical',
          side: 'ngo',
          text: 'İl müdürlüğüne yazdığımız yazıya haftalarca cevap gelmiyor',
        },
        {
          kind: 'barrier',
          category: 'policy',
          side: 'government',
          text: 'Hangi derneğin hangi komisyona çağrılacağı yazılı değil',
        },
      ],
    },
    {
      label: 'Masa 2',
      question: 'Köylere hizmet nasıl ulaşır?',
      captures: [
        {
          kind: 'good_practice',
          side: 'ngo',
          text: 'Kışın ortak ev ziyareti: bir araç, bir sosyal çalışmacı, bir gönüllü',
          who: 'Palandöken Kadın Dayanışma Derneği (örnek) ve Erzurum İl Müdürlüğü (örnek)',
          place: 'Üç dağ köyü',
          when: 'Geçen kış',
          done: 'Ziyaret listesi her pazartesi birlikte yapıldı.',
          result: 'Yol kapandığında bile her hane ayda bir kez görüldü.',
          worked: 'Muhtar yolun durumunu sabah haber verdi.',
        },
        { kind: 'idea', side: 'government', text: 'Araç takvimini derneklerle paylaşalım' },
        { kind: 'pitfall', side: 'ngo', text: 'Herkes aynı köye gidiyor, öbürüne kimse gitmiyor' },
      ],
    },
  ],
  'r3-erzurum/2': [
    {
      label: 'Mevzuat masası',
      question: 'Hangi kural işimizi zorlaştırıyor, hangisini yanlış biliyoruz?',
      captures: [
        {
          kind: 'barrier',
          category: 'legislative',
          side: 'ngo',
          text: 'Küçük dernek ile büyük vakıf aynı defterleri tutuyor',
        },
        {
          kind: 'barrier',
          category: 'philosophical',
          side: 'government',
          text: 'Denetimi ceza sanıyoruz; oysa danışmanlık da olabilir',
        },
        { kind: 'question', side: 'ngo', text: 'Dernek belediyeden salon kiralayabilir mi?' },
        { kind: 'question', side: 'ngo', text: 'PADOR kaydı için hangi belgeler gerekiyor?' },
        { kind: 'possible', side: 'government', text: 'Belediye meclisinin komisyon toplantısına görüş yazmak' },
      ],
    },
  ],
};

export const erzurumPlenary: Readonly<Record<string, readonly ExampleCapture[]>> = {
  'r1-erzurum/2': [
    { kind: 'lesson', side: 'other', text: 'İkinci gün gelemeyenler üçüncü günün konusunu takip etmekte zorlandı' },
    { kind: 'quote', side: 'ngo', text: 'Bizi açılışa değil, hazırlığa çağırın', verbatim: true },
  ],
  'r3-erzurum/2': [
    {
      kind: 'commitment',
      text: 'Üç ayda bir ortak değerlendirme toplantısı',
      parties: 'Ağrı İl Müdürlüğü (örnek); Çoruh Engelsiz Yaşam Derneği (örnek)',
      firstStep: 'İlk toplantının gününü belirlemek',
      status: 'open',
    },
    {
      kind: 'action',
      side: 'government',
      text: 'Komisyonların listesini ve iletişim bilgilerini derneklere göndermek',
      owner: 'İl müdürlüğü eğitim sorumlusu',
      status: 'open',
    },
  ],
};
