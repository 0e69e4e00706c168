import type { Area } from '#language/catalogue.ts';

export const erasing: Area<'erasing'> = {
  erased: 'Kalıcı olarak silindi',
  person: 'Kaydı silinmiş kişi',
  when: '{date} tarihinde kalıcı olarak silindi.',
  whenBy: '{date} tarihinde {name} tarafından kalıcı olarak silindi.',
  personStays:
    'Kim olduğuna dair hiçbir şey kalmadı. Hiçbir toplam değişmesin diye katılım, taraf, cinsiyet ve yaş grubu duruyor.',
  lineStays: 'Ne dediğine dair hiçbir şey kalmadı. Hiçbir sayı ve kod değişmesin diye yeri ve türü duruyor.',
  askPerson: 'Bu kişiyi kalıcı olarak sil',
  askLine: 'Kalıcı olarak sil',
  title: '“{name}” kalıcı olarak silinsin mi?',
  personGoes:
    'Ad, kurum, görev, yer, telefon, e-posta, erişim ihtiyaçları ve bunların geçmişi bu tabletten, sunucudan ve sunucuyla buluştuğunda diğer bütün tabletlerden gider.',
  personKeeps: 'Hiçbir toplam değişmesin diye katılım, taraf, cinsiyet ve yaş grubu adsız olarak kalır.',
  personElsewhere:
    'Kim olduğunu gösteren satırlar ve fotoğraflar kalır. Her satırı panoda bulup açın ya da satırın üç noktasından “{open}” seçin: “{erase}” en sonda durur, fotoğrafları da siler. Yalnızca “{remove}” demek kalıcı olarak silmez.',
  lineGoes:
    'Yazılanlar, yazan kişi, fotoğraflar ve geçmiş bu tabletten, sunucudan ve sunucuyla buluştuğunda diğer bütün tabletlerden gider.',
  lineKeeps: 'Hiçbir sayı ve kod değişmesin diye yeri, türü ve tarafı kalır; yerinde “Kalıcı olarak silindi” yazar.',
  files:
    'Daha önce oluşturulan yedek ve rapor gibi dosyalar buradan değiştirilemez. Sunucuya bağlı bir tablette geri yüklenen yedek bunu geri getirmez.',
  never: 'Bu işlem geri alınamaz.',
  confirm: '“{name}” kalıcı olarak silinsin',
  keep: 'Silme',
};
