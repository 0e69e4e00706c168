import type { Area } from '#language/catalogue.ts';

/** Sunucudaki tabletler: kim ne olarak katıldı, neler gönderilmedi, kalmalarına izin verme ya da çıkarma. */
export const tablets: Area<'tablets'> = {
  title: 'Bu sunucudaki tabletler',
  open: 'Tabletleri gör',
  lead: 'Katılan her tablet ve kendisi hakkında en son söyledikleri.',
  leadInvited: 'Bu tabletten davet edilen tabletler ve kendileri hakkında en son söyledikleri.',
  list: 'İçeri alınan tabletler',
  gone: 'Çıkarılanlar',
  none: 'Henüz başka tablet katılmadı',
  noneInvited: 'Bu tabletten davet edilen hiçbir tablet henüz katılmadı',
  noneHint:
    'Bir tablet davet edin. Katılınca, üzerinde henüz gönderilmemiş ne kadar şey olduğuyla birlikte burada görünür.',
  invite: 'Tablet davet et',
  again: 'Yeniden sor',
  asking: 'Sunucuya soruluyor',
  only: 'Yalnızca en yeni 500 tablet gösteriliyor.',
  unnamed: 'Adsız tablet',
  own: 'bu tablet',
  role: { coordinator: 'Koordinatör', trainer: 'Eğitmen', facilitator: 'Kolaylaştırıcı', viewer: 'İzleyici' },
  holdsAll: 'her şey',
  holds: '{count, plural, =0 {oturum yok} one {# oturum} other {# oturum}}',
  seen: 'En son {age} görüldü.',
  never: 'Katıldı, o zamandan beri görülmedi.',
  sent: 'Üzerindeki her şey gönderilmişti.',
  unsent: '{count, plural, one {Üzerindeki # öğe gönderilmemişti.} other {Üzerindeki # öğe gönderilmemişti.}}',
  unsentSince:
    '{count, plural, one {Üzerindeki # öğe gönderilmemişti; {age} yazılmış.} other {Üzerindeki # öğe gönderilmemişti; en eskisi {age} yazılmış.}}',
  unsaid: 'Üzerindeki her şeyin gönderilip gönderilmediğini henüz söylemedi.',
  invitedBy: '“{name}” davet etti.',
  until: '{date} tarihine kadar kalabilir.',
  over: 'Süresi {date} tarihinde doldu. Üzerindekiler duruyor; kalmasına izin verilir verilmez gönderilir.',
  revoked: '{date} tarihinde çıkarıldı.',
  version: 'Baraza {version}',
  more: '{name} için diğer seçenekler',
  longer: '30 gün daha kalsın',
  always: 'Çıkarılana kadar kalsın',
  revoke: 'Çıkar…',
  revokeTitle: '“{name}” çıkarılsın mı?',
  revokeWords:
    'Bundan sonra hiçbir şey göndermez ve almaz. Üzerindekiler üzerinde kalır, kullananlar yazmaya devam edebilir. Eski haliyle geri alınamaz: başka bir kodla yeniden katılır. Katıldığı kod artık kimseyi içeri almaz.',
  revokeUnsent:
    '{count, plural, one {Son görüldüğünde # öğe yalnızca onun üzerindeydi. Mümkünse önce göndermesini bekleyin.} other {Son görüldüğünde # öğe yalnızca onun üzerindeydi. Mümkünse önce göndermesini bekleyin.}}',
  revokeDo: 'Çıkar',
  revokeNot: 'Bırak kalsın',
  doneRevoke: '“{name}” çıkarıldı.',
  doneExtend: '“{name}” daha uzun kalabilir.',
  failed: {
    away: {
      happened: 'Sunucu yanıt vermiyor; tabletleri yalnızca sunucu bilir.',
      advice: 'Ağ olduğunda yeniden deneyin.',
    },
    notOurServer: {
      happened:
        'Sunucunun yerine başka bir şey yanıt verdi: çoğu zaman bu, bir otelin ya da ofisin Wi-Fi giriş sayfasıdır.',
      advice: 'Tarayıcıda başka bir sayfa açın, oradan Wi-Fi’ye giriş yapın, sonra yeniden deneyin.',
    },
    busy: {
      happened: 'Sunucu şu an meşgul, biraz beklemenizi istiyor.',
      advice: '{seconds, plural, one {# saniye sonra yeniden deneyin.} other {# saniye sonra yeniden deneyin.}}',
    },
    mayNot: {
      happened: 'Buna bu tablet karar veremez.',
      advice: 'Bir koordinatörden yapmasını isteyin.',
    },
    refusedDevice: {
      happened: 'Sunucu bu tableti içeri almıyor.',
      advice: 'Kime soracağınız “Bu tablet” sayfasında yazıyor.',
    },
  },
  readOnly: {
    session: 'Bu tablet burada yalnızca okur. Yazdıklarınız, yazma izni verilene kadar tablette kalır.',
    gone: 'Sunucu bunu bu tablete artık göstermiyor. Buradakiler kalır, yazdıklarınız da burada kalır.',
    programme: 'Bu tablet bu programı yalnızca okur. Oturumları programın eğitmenleri ve koordinatörleri ekler.',
  },
};
