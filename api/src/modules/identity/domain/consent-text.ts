/**
 * What people agree to when they sign up. Any change of a word needs a new version; records keep the version and the
 * hash of the text (ID-5).
 */
export const CONSENT = {
  version: '2027-01',
  paragraphs: [
    {
      vi: 'Ban tổ chức lưu họ tên, ngày sinh, đơn vị và số điện thoại hoặc tên đăng nhập của bạn để tổ chức cuộc thi, xếp hạng, báo cho bạn những gì liên quan đến bạn và trao giải. Khi đăng ký, chúng tôi không hỏi số căn cước. Chỉ khi bạn được đề nghị trao giải, ban tổ chức mới xem giấy tờ để đối chiếu; không lưu ảnh, không lưu số, nhiều nhất ba số cuối. Dữ liệu không dùng vào việc khác.',
      en: 'The organizers store your name, date of birth, unit and phone number or user name to run the contest, rank, tell you what concerns you and award prizes. We ask for no identity number at sign-up. Only if you are proposed for a prize do organizers look at papers; no picture and no number is kept, at most the last three digits. The data is used for nothing else.',
    },
    {
      vi: 'Trong lúc làm bài, hệ thống ghi lại giờ bắt đầu, từng lần chọn và đổi câu trả lời, giờ nộp, thiết bị đang làm bài, mạng lúc bắt đầu và khi đổi ở dạng rút gọn (không phải địa chỉ của máy bạn), và những điều về cách làm bài được nói rõ trước mỗi lần bắt đầu. Đây là dữ liệu nhạy cảm theo luật và chỉ dùng để chấm bài, bù giờ khi có sự cố, giữ cuộc thi công bằng, giải quyết phúc khảo.',
      en: 'While you take a round, the system records when you start, every answer you choose or change, when you submit, which device you use, a shortened form of the network you start from and of others you change to (not your device’s address), and what is said before each start about how you take it. The law counts this as sensitive data; it is used only for scoring, giving time back after outages, keeping the contest fair and complaints.',
    },
    {
      vi: 'Bảng xếp hạng công khai hiển thị tên theo cách cuộc thi đã công bố. Nếu đoạt giải, bạn chọn công bố tên đầy đủ hay viết tắt; không chọn thì theo cách hiện tên của cuộc thi; dưới 16 tuổi chỉ công bố tên đầy đủ khi cha mẹ hoặc người giám hộ đồng ý. Bạn có thể xem, sửa, tải về dữ liệu của mình, rút lại sự đồng ý hoặc yêu cầu xoá bất cứ lúc nào bằng cách liên hệ ban tổ chức.',
      en: 'The public board shows names in the way the contest has announced. If you win, you choose to be named in full or shortened; without a choice the contest’s way of showing names applies; under 16 the full name is published only with a parent’s or guardian’s consent. You may see, correct and download your data, withdraw your consent or ask for deletion at any time by contacting the organizers.',
    },
  ],
  guardianParagraph: {
    vi: 'Tôi là cha, mẹ hoặc người giám hộ của thí sinh, đã đọc nội dung trên, đồng ý cho con tôi tham gia cuộc thi và, nếu có giải, được trao giải và công bố tên theo lựa chọn của con.',
    en: 'I am a parent or guardian of the participant, have read the text above and agree that my child takes part and, with a prize, receives it and is named as the child chooses.',
  },
} as const

/** Since this version a guardian's consent covers that a winner is named. */
export const NAMING_CONSENT_SINCE = '2026-12'
