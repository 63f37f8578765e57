/** Items shown how often and when, and how much papers share. */
export const limits = {
  limits: {
    title: 'Câu hỏi lộ ra đến đâu',
    lead: 'Không bắt buộc. Các mức này cố định khi có người bắt đầu làm bài.',
    days: 'Chia câu hỏi theo ngày',
    daysHint:
      'Kho câu hỏi chia thành chừng này phần, mỗi ngày một phần, hết thì quay vòng. Người thi ngày đầu không biết trước câu của ngày sau. 1 là không chia.',
    daysSuffix: 'phần',
    cap: 'Mỗi câu có mặt trong nhiều nhất',
    capHint: 'Tính trên số đề của cùng một ngày. Để trống là không giới hạn.',
    capSuffix: '% số đề',
    used: 'Không dùng lại câu của các đợt trước',
    usedHint: 'Bỏ ra ngoài câu mà đợt trước của cuộc thi đã ra hoặc còn có thể ra, và các biến thể của câu ấy.',
    unfed: 'Chia {{days}} phần thì có ngày không đủ câu',
    overCap: 'Không giữ được mức trần này',
    lacking: '{{topic}}, {{level}}: ngày ít nhất có {{available}} câu, cần {{needed}}.',
    reusedLeft: 'Đã bỏ {{count}} câu của các đợt trước ra ngoài.',
    reusedThere: '{{count}} câu trong kho đã ra, hoặc còn có thể ra, ở đợt trước của cuộc thi này.',
    reusedList: 'Xem các câu đó',
    reusedMore: 'và {{count}} câu nữa',
  },
  overlap: {
    title: 'Hai đề giống nhau đến đâu?',
    mean: 'Hai đề cùng ngày trùng nhau',
    meanValue: 'trung bình {{mean}} trong {{all}} câu ({{share}})',
    half: 'Hai đề trùng từ một nửa trở lên',
    rare: 'Trùng nhiều hiếm gặp',
    rareValue: 'cứ 100 cặp đề thì nhiều nhất một cặp trùng từ {{count}} câu',
    drawnTitle: 'Các đề đã ra giống nhau đến đâu?',
    drawnMean: 'Hai đề bất kỳ trùng nhau',
    exposure: 'Một câu có mặt trong',
    exposureValue: 'từ {{least}} đến {{most}} số đề; {{never}} trong {{pool}} câu chưa ra lần nào',
    papers: 'Số đề',
    advice: {
      'pays-and-shows':
        'Các đề gần như một: chép bài của nhau có lợi, nhưng để lại dấu vết mà việc so bài sau đợt thi tìm ra được. Nên xáo phương án, giới hạn giờ từng câu và xem kỹ kết quả so bài.',
      'pays-and-hides':
        'Chép bài của nhau vẫn có lợi mà khó tìm ra: số câu trùng đủ để giúp nhau, nhưng quá ít để so bài. Hãy thêm câu vào kho để hai đề ít trùng hơn, hoặc cho mọi người cùng một đề dài để so bài được.',
      'does-not-pay':
        'Kho câu hỏi rộng: chép bài của nhau hầu như vô ích. Bù lại, so bài không tìm ra được ai chép; chính sự khác nhau của các đề là hàng rào.',
    },
    sight: {
      good: 'So bài tìm ra khoảng một nửa đến bốn phần năm số cặp chép ba phần tư số câu trùng.',
      poor: 'So bài chỉ tìm ra khoảng một phần bảy đến một phần ba số cặp chép ba phần tư số câu trùng.',
      none: 'Với chừng này câu trùng, so bài không tìm ra cặp nào đáng kể.',
    },
  },
}
