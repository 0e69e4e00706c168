import type { Area } from '#language/catalogue.ts';

/** The check at the end of a day: what is safe, and what is not yet. */
export const dayEnd: Area<'device'>['dayEnd'] = {
  example: {
    figures: 'Bir örnek: yalnızca bu tablette',
    never: 'Ne örnek ne de içine yazılanlar bir sunucuya gönderilir. Yazdıklarınız kalsın isterseniz dosyasını alın.',
    rest: 'Geri kalan her şeyi denetle',
  },
  title: 'Her şey güvende mi?',
  nothing: 'Bu tablette henüz bir şey yazılmadı.',
  figures: '{items, plural, one {# kayıt} other {# kayıt}}: {safe, number} güvende, {atRisk, number} risk altında',
  confirmed: 'Sunucu hepsini aldığını bildirdi.',
  onTablet:
    '{count, plural, one {# kayıt bu tabletten gönderilmedi. {age} yazıldı.} other {# kayıt bu tabletten gönderilmedi. En eskisi {age} yazıldı.}}',
  onTabletNoAge: '{count, plural, one {# kayıt bu tabletten gönderilmedi.} other {# kayıt bu tabletten gönderilmedi.}}',
  noServer:
    'Tablet kaybolur ya da bozulursa hiçbir dosyada olmayanlar da gider. Bir sunucuya katılın ya da yedek dosyası alın.',
  backedUp:
    '{date} tarihinde alınan yedekte hepsi var. O dosyayı bu tabletten başka bir yerde saklayın ya da bir sunucuya katılın.',
  backup: 'Yedek dosyası al',
  join: 'Sunucuya katıl',
  needLook:
    '{count, plural, one {Sunucu # kaydı almadı.} other {Sunucu # kaydı almadı.}} Hiçbiri kaybolmadı, burada duruyor.',
  look: 'Bakılması gerekenleri gör',
  earlier:
    '{count, plural, one {# kayıt bu tablet katılmadan önce yazıldı; gidebileceğini söylemenizi bekliyor.} other {# kayıt bu tablet katılmadan önce yazıldı; gidebileceğini söylemenizi bekliyor.}}',
  forbidden:
    '{count, plural, one {# kayıt, bu tabletin şu an yazamadığı bir yere ait. Burada duruyor; izin gelince kendiliğinden gider.} other {# kayıt, bu tabletin şu an yazamadığı yerlere ait. Burada duruyor; izin gelince kendiliğinden gider.}} Sizi davet eden kişiden yeni bir kod isteyin.',
  waiting: '{count, plural, one {# kayıt henüz sunucuya ulaşmadı.} other {# kayıt henüz sunucuya ulaşmadı.}}',
  tryNow: 'Şimdi dene',
  whatToDo: 'Ne yapılacağını gör',
  compare: {
    running: 'Bu tablet sunucuyla karşılaştırılıyor…',
    waits:
      'Bu sayılar sunucunun şimdiye kadar onayladıklarıdır. Ayrıca sunucuyla karşılaştırma, sunucu yanıt verene kadar bekliyor.',
    same: 'Sunucuyla karşılaştırıldı ({when}): ikisinde de aynı şeyler var.',
    last: 'Sunucuyla karşılaştırıldı ({when}).',
    mended:
      '{count, plural, one {# oturum ya da liste farklıydı. Yeniden gönderilip alındı, şimdi aynı.} other {# oturum ya da liste farklıydı. Yeniden gönderilip alındı, şimdi aynı.}}',
    different:
      '{count, plural, one {# oturum ya da liste, yeniden gönderilip alındığı hâlde sunucudakinden hâlâ farklı.} other {# oturum ya da liste, yeniden gönderilip alındığı hâlde sunucudakinden hâlâ farklı.}} Bir yedek dosyası oluşturun ve sunucuya bakan kişiye haber verin.',
    unsettled:
      '{count, plural, one {# oturum ya da liste karşılaştırılamadı: henüz tamamı sunucuda değil.} other {# oturum ya da liste karşılaştırılamadı: henüz tamamı sunucuda değil.}}',
    now: 'Şimdi karşılaştır',
  },
};
