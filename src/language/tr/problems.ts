import type { Area } from '#language/catalogue.ts';

export const problems: Area<'problems'> = {
  commit: {
    full: {
      happened: 'Bu tablette yer kalmadı; son değişiklik henüz kaydedilmedi.',
      advice: 'Tablette biraz yer açın, sonra yeniden deneyin. O zamana kadar bu sayfayı kapatmayın.',
    },
    newerVersion: {
      happened: 'Baraza’nın daha yeni bir sürümü başka bir sekmede açık; bu sekme artık kaydedemiyor.',
      advice: 'Öteki sekmeye geçin ya da bu sayfayı yeniden yükleyin.',
    },
    lost: {
      happened: 'Tablet kendi deposuyla bağlantısını yitirdi. Uykudan sonra bu olabilir.',
      advice: 'Bu sayfayı yeniden yükleyin. Yazmakta olduğunuz geri gelir.',
    },
    invalid: {
      happened: 'Burada uymayan bir şey var; henüz kaydedilmedi.',
      advice: 'Kısaltın ya da başka türlü yazın, sonra yeniden deneyin.',
    },
    scopeLoading: {
      happened: 'Bu oturumun tamamı henüz bu tablette değil; o yüzden yazılamaz.',
      advice:
        'Sunucudan birazdan gelir: sonra yeniden deneyin. Bir dosya bir bölümünü getirdiyse bütün oturumun devredilmesini isteyin.',
    },
    unknown: {
      happened: 'Tablet son değişikliği kaydetmedi.',
      advice: 'Yeniden deneyin. Yine olursa yazdıklarınızı kopyalayıp sayfayı yeniden yükleyin.',
    },
    stillOnScreen: 'Yazdıklarınız hâlâ burada.',
    retry: 'Yeniden dene',
    detail: 'Tableti kuran kişi için',
  },
  /** Two people wrote one text without seeing each other. */
  also: { title: 'Şöyle de yazılmış', use: 'Bunu kullan', keep: 'Yukarıdakini koru', join: 'Birleştir' },
};
