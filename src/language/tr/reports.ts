import type { Area } from '#language/catalogue.ts';

export const reports: Area<'reports'> = {
  title: 'Neye ihtiyacınız var?',
  lead: 'Her dosya bu tablette hazırlanır; ağ olsa da olmasa da. Dosya hazırlamak hiçbir şeyi değiştirmez.',
  empty:
    'Bu oturumda henüz ne bir satır ne bir kişi var. Dosyalar yine de hazırlanır; içlerinde “Yok”, “Kayıt yok” ya da “Kesinleşecek” yazar.',
  drafts: '{count, plural, one {# satır hâlâ yazılıyor; dosyada yok.} other {# satır hâlâ yazılıyor; dosyada yok.}}',
  toDraft: 'Önce onu bitir',
  choices: 'Dosyalar',
  choice: {
    report: {
      title: 'Oturum raporu',
      format: 'Word',
      hint: 'Bakanlık, destekçi kurum, gelen herkes için',
      about: 'Amaç, katılımcılar, söylenenler ve bundan sonra yapılacaklar.',
      make: 'Raporu hazırla',
    },
    lines: {
      title: 'Bütün satırlar',
      format: 'Excel',
      hint: 'Her satır ayrı, eylemler ayrı sayfada',
      about: 'Her satır kodu, türü, tarafı ve grubuyla; eylemler ayrı bir sayfada.',
      make: 'Tabloyu hazırla',
    },
    comma: {
      title: 'Satırlar, virgülle',
      format: 'CSV',
      hint: 'İngilizce Excel ve Google E-Tablolar için',
      about: 'Dili İngilizce olan Excel’de, Google E-Tablolar’da ve başka programlarda açılır.',
      make: 'CSV’yi hazırla',
    },
    semicolon: {
      title: 'Satırlar, noktalı virgülle',
      format: 'CSV',
      hint: 'Türkçe ya da Fransızca Excel için',
      about: 'Dili Türkçe, Fransızca ya da çoğu Avrupa dili olan Excel’de açılır.',
      make: 'CSV’yi hazırla',
    },
    register: {
      title: 'Katılımcı listesi',
      format: 'Excel',
      hint: 'Kim ne zaman geldi ve üç gösterge',
      about: 'Kim çağrıldı, kim hangi yarım güne katıldı ve üç gösterge.',
      make: 'Listeyi hazırla',
    },
    summary: {
      title: 'Mesaj için kısa metin',
      format: 'Metin',
      hint: 'Sohbet ya da e-posta için birkaç satır',
      about: 'Sohbete ya da e-postaya yapıştırmak için birkaç satırda gün.',
      make: 'Metin dosyası hazırla',
    },
    handOver: {
      title: 'Bu oturumu devret',
      format: 'Devir',
      hint: 'Ağ olmadan tabletten tablete',
      about:
        'Bu oturum, üzerinde çalışan başka bir tablet için tek dosyada. Orada, zaten olanlara eklenir: hiçbir şey kaybolmaz, iki tablette de hepsi olur.',
      make: 'Devir dosyasını hazırla',
    },
    session: {
      title: 'Bu oturumun yedeği',
      format: 'Yedek',
      hint: 'Saklamak ya da taşımak için tek dosya',
      about: 'Bu oturumun tamamı tek dosyada: saklamak ya da başka tablete taşımak için.',
    },
    everything: {
      title: 'Bu tabletin yedeği',
      format: 'Yedek',
      hint: 'Buradaki bütün oturumlar, tek dosyada',
      about: 'Bu tabletteki bütün oturumlar tek dosyada.',
    },
  },
  contactDetails: 'Telefon, e-posta ve erişim ihtiyaçları da olsun',
  contactDetailsNote: 'Siz istemedikçe konmaz. Yalnız görmeye hakkı olanlara verin.',
  language: 'Dosyanın dili',
  languageNote: 'Söylenenler yazıldıkları gibi kalır.',
  timeZone: 'Saatler nereye göre',
  clock: 'Orada şu an saat {time}.',
  preview: {
    title: 'Dosyada neler olacak',
    loading: 'Dosyada neler olacağına bakılıyor',
    lines: '{count, plural, one {# satır} other {# satır}}',
    rows: '{count, plural, =0 {sıra yok} one {# sıra} other {# sıra}}',
    photos: '{count, plural, one {# fotoğraf} other {# fotoğraf}}',
    more: '{count, plural, one {ve # sıra daha} other {ve # sıra daha}}',
    failed: 'Dosyada neler olacağı şu an gösterilemiyor.',
    failedAdvice: 'Dosya yine de hazırlanabilir.',
  },
  text: {
    copy: 'Metni kopyala',
    copied: 'Kopyalandı. Mesajı yazdığınız yere yapıştırın.',
    notCopied: 'Tarayıcı metnin kopyalanmasına izin vermedi. Yukarıdaki metni seçip elle kopyalayın.',
    share: 'Metni paylaş',
  },
  file: {
    making: 'Dosya hazırlanıyor',
    madeAt: 'Saat {time} itibarıyla',
    kilobytes: '{count, number} KB',
    megabytes: '{count, number} MB',
    save: 'Bu tablete kaydet',
    saved: 'Bu tabletin indirilenleri arasına kaydedildi.',
    share: 'Paylaş',
    shared: 'Paylaşıldı.',
    notShared: 'Tarayıcı bu tür dosyaları paylaşmıyor. Kaydedin, sonra indirilenlerden gönderin.',
    again: 'Yeniden hazırla',
    failed: {
      happened: 'Dosya hazırlanamadı.',
      safe: 'Yazdığınız her şey bu tablette duruyor.',
      advice: 'Yeniden deneyin. Yine olursa öteki uygulamaları kapatıp bir daha deneyin.',
    },
    wordsMissing: {
      happened: 'Bu dilin sözcükleri henüz bu tablette değil.',
      advice: 'Başka bir dil seçin ya da uygulamayı bir kez ağ varken açın.',
    },
  },
  backup: {
    make: 'Yedeği hazırla',
    holds: 'Yedekte neler olacak',
    sessions: '{count, plural, =0 {oturum yok} one {# oturum} other {# oturum}}',
    lines: '{count, plural, =0 {satır yok} one {# satır} other {# satır}}',
    people: '{count, plural, =0 {kimse yok} one {# kişi} other {# kişi}}',
    photos: '{count, plural, one {# fotoğraf} other {# fotoğraf}}',
    photosBeyond:
      '{count, plural, one {# fotoğraf} other {# fotoğraf}} tek dosyaya sığmıyor. Bütün fotoğraflar için her oturumun ayrı yedeğini alın.',
    photosAway:
      '{count, plural, one {# fotoğraf} other {# fotoğraf}} bu tablette değil ve yedekte olmayacak. Bir fotoğrafa bir kez bakın, burada saklanır.',
    others:
      '{count, plural, one {# kayıt daha: gündem, gruplar, işaretler} other {# kayıt daha: gündem, gruplar, işaretler}}',
    deleted: 'Silinenler de içindedir; geri yüklendikleri yerde silinmiş kalırlar.',
    personal: 'İçinde adlar, telefonlar ve söylenenler var. Yalnız bunları okumaya hakkı olanlara verin.',
    personalLines: 'İçinde söylenenler ve kimin yazdığı var. Yalnız bunları okumaya hakkı olanlara verin.',
    everything: {
      title: 'Her şeyin yedeği',
      note: 'Bu tabletteki bütün oturumlar tek dosyada. Bir belleğe koyun ya da kendinize gönderin.',
      last: 'Sonuncusu {date} tarihinde kaydedildi.',
      never: 'Bu tabletten henüz yedek kaydedilmedi.',
    },
    handOver: {
      title: 'Dosyayla devret',
      note: 'Tabletler ağ olmadan buluşur: burada bir dosya hazırlayın, öteki tablete gönderin ya da götürün, orada ekleyin. Sonra onlarınkini buraya getirin.',
      nothing:
        'Yalnız bu tablette olan bir şey yok. Yine de bir oturumu devretmek için oturumu, sonra Rapor ve dosyalar’ı açın.',
      what: 'Gönderilmemiş her şey',
      make: 'Gönderilmemiş her şeyi devret',
      holds: 'Dosyada neler olacak',
      sessions: '{count, plural, =0 {hiçbir oturumdan} one {# oturumdan} other {# oturumdan}}',
      lines: '{count, plural, =0 {satır yok} one {# satır} other {# satır}}',
      others:
        '{count, plural, one {# başka kayıt: program, gruplar, işaretler} other {# başka kayıt: program, gruplar, işaretler}}',
      belonging: 'Ait oldukları şeyler de gelir: oturum, programı ve grupları.',
      stays: 'Devretmek sunucuya bir şey göndermez: bu tablet hepsini saklar, eskisi gibi sürdürür.',
    },
    restore: {
      title: 'Dosyadan ekle',
      note: 'Başka bir tabletin devir dosyası ya da bir yedek. Eklenmeden önce ne getirdiğini görürsünüz. Buradan hiçbir şey kaybolmaz; aynı dosya ikinci kez bir şey değiştirmez.',
      choose: 'Dosya seç',
      chooseOther: 'Başka dosya seç',
      reading: '“{name}” okunuyor',
      comparing: 'Bu tablettekilerle karşılaştırılıyor',
      handOver: 'Bir oturumun devri',
      unsent: 'Gönderilmemiş olanların devri',
      backup: 'Bir yedek',
      by: '{date} tarihinde {name} hazırladı',
      byNobody: '{date} tarihinde hazırlandı; kimin hazırladığı yazmıyor',
      tablet: 'Tablet: {name}',
      tabletUnnamed: 'Adı olmayan tablet',
      writers: 'Yazan: {names}',
      andMore: '{names} ve {count, plural, one {# kişi daha} other {# kişi daha}}',
      sessions: '{count, plural, =0 {İçinde oturum yok} one {İçinde # oturum var} other {İçinde # oturum var}}',
      more: '{count, plural, one {ve # tane daha} other {ve # tane daha}}',
      newSessions: '{count, plural, one {# yeni oturum} other {# yeni oturum}}',
      newLines: '{count, plural, one {# yeni satır} other {# yeni satır}}',
      newPeople: '{count, plural, one {# yeni kişi} other {# yeni kişi}}',
      newOthers: '{count, plural, one {# başka yeni kayıt} other {# başka yeni kayıt}}',
      photos:
        '{count, plural, one {bu tablette henüz olmayan # fotoğraf getiriyor} other {bu tablette henüz olmayan # fotoğraf getiriyor}}',
      changes: '{count, plural, one {buradaki # kayıt değişir} other {buradaki # kayıt değişir}}',
      same: '{count, plural, one {# kayıt zaten burada} other {# kayıt zaten burada}}',
      bothWrote:
        '{count, plural, one {# kayıt iki tablette de yazılmış. İki metin de yan yana saklanır.} other {# kayıt iki tablette de yazılmış. Her birinin iki metni de yan yana saklanır.}}',
      inPart:
        '{count, plural, one {# oturumun bir bölümü geliyor: burada okunur, tamamı devredilince yazılabilir.} other {# oturumun bir bölümü geliyor: burada okunur, tamamı devredilince yazılabilir.}}',
      photosNotKept:
        '{count, plural, one {# fotoğraf} other {# fotoğraf}} bu tablete sığmadı. Yer açın, sonra aynı dosyayı yeniden ekleyin.',
      nothingNew: 'Hepsi zaten burada. Eklenecek bir şey yok.',
      restore: 'Bu tablete ekle',
      restoring: 'Ekleniyor',
      done: 'Eklendi: {added, number} yeni, {changed, number} değişmiş, {same, number} zaten buradaydı.',
      keepFile: 'Bir sunucuya gönderilene kadar bu tablette ve dosyada duruyor. Dosyayı saklayın.',
      toSessions: 'Oturumları gör',
    },
    problem: {
      safe: 'Bu tablette hiçbir şey değişmedi.',
      notBackup: {
        happened: '“{name}” Baraza’nın bir devir dosyası ya da yedeği değil.',
        advice: 'Öteki tabletin hazırladığı dosyayı seçin. Adı .baraza ya da .txt ile biter.',
      },
      cutOff: {
        happened: 'Dosya yarım kalmış: {count, number} kayıttan {read, number} tanesi var.',
        advice: 'Hazırlandığı yerden yeniden kopyalayın. Kopyalama yarıda kesilmiş ya da bellek dolmuş olabilir.',
      },
      cutEarly: {
        happened: 'Dosya daha başında kesilmiş.',
        advice: 'Hazırlandığı yerden yeniden kopyalayın. Kopyalama yarıda kesilmiş ya da bellek dolmuş olabilir.',
      },
      damaged: {
        happened: 'Dosya bozulmuş: içindekiler yazıldıkları gibi değil.',
        advice: 'Hazırlandığı yerden yeniden kopyalayın ya da başka bir yedek seçin.',
      },
      newerFile: {
        happened: 'Dosya, bu tablettekinden daha yeni bir Baraza sürümüyle hazırlanmış.',
        advice: 'Baraza’yı burada bir kez ağ varken açıp yeni sürüme geçin. Sonra dosyayı yeniden seçin.',
      },
      tooLarge: {
        happened: 'Dosyanın içindekiler {megabytes, number} MB’den fazla. Bir tablet bunu tek seferde okuyamaz.',
        advice: 'Dosyanın geldiği yerde her oturumun yedeğini ayrı hazırlayıp tek tek geri yükleyin.',
      },
      unreadable: {
        happened:
          '{count, plural, one {Dosyadaki {total, number} kayıttan # tanesi bu sürümün saklayabileceği türden değil.} other {Dosyadaki {total, number} kayıttan # tanesi bu sürümün saklayabileceği türden değil.}}',
        advice:
          'Dosya ya bütünüyle alınır ya hiç alınmaz. Baraza’nın en yeni sürümüne geçin, sonra dosyayı yeniden seçin.',
      },
      noFile: {
        happened: 'Tablet “{name}” dosyasını açamadı.',
        advice: 'Bellek çıkarılmış ya da dosyanın yeri değişmiş olabilir. Yeniden seçin.',
      },
      stopped: {
        happened: 'Dosyanın okunması yarıda kaldı.',
        advice: 'Yer açmak için öteki uygulamaları kapatın, sonra dosyayı yeniden seçin.',
      },
      full: {
        happened: 'Bu tablette dosyadakiler için yer yok.',
        advice: 'Tablette biraz yer açın, sonra dosyayı yeniden seçin.',
      },
      newerTab: {
        happened: 'Baraza’nın daha yeni bir sürümü başka bir sekmede açık; bu sekme artık kaydedemiyor.',
        advice: 'Öteki sekmeye geçin ya da bu sayfayı yeniden yükleyin, dosyayı orada seçin.',
      },
      lost: {
        happened: 'Tablet kendi deposuyla bağlantısını yitirdi. Uykudan sonra bu olabilir.',
        advice: 'Bu sayfayı yeniden yükleyin, sonra dosyayı yeniden seçin.',
      },
      unknown: {
        happened: 'Tablet dosyadakileri kaydetmedi.',
        advice: 'Dosyayı yeniden seçin. Yine olursa sayfayı yeniden yükleyip bir daha deneyin.',
      },
    },
  },
};
