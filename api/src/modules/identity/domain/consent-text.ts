/**
 * What people agree to when they sign up. Any change of a word needs a new version; records keep the version and the
 * hash of the text (ID-5).
 */
export const CONSENT = {
  version: '2026-11',
  paragraphs: [
    {
      vi: 'Ban tổ chức lưu họ tên, ngày sinh, đơn vị và số điện thoại hoặc tên đăng nhập của bạn để tổ chức cuộc thi, xếp hạng và trao giải. Chúng tôi không hỏi số căn cước và không dùng dữ liệu vào việc khác.',
      en: 'The organizers store your name, date of birth, unit and phone number or user name to run the contest, rank and award prizes. We never ask for an identity number and use the data for nothing else.',
    },
    {
      vi: 'Trong lúc làm bài, hệ thống ghi lại giờ bắt đầu, từng lần chọn và đổi câu trả lời, giờ nộp và thiết bị đang làm bài. Đây là dữ liệu nhạy cảm theo luật và chỉ dùng để chấm bài, giải quyết khiếu nại.',
      en: 'While you take a round, the system records when you start, every answer you choose or change, when you submit and which device you use. The law counts this as sensitive data; it is used only for scoring and complaints.',
    },
    {
      vi: 'Bảng xếp hạng công khai hiển thị tên theo cách cuộc thi đã công bố. Bạn có thể xem, sửa, tải về dữ liệu của mình, rút lại sự đồng ý hoặc yêu cầu xoá bất cứ lúc nào bằng cách liên hệ ban tổ chức.',
      en: 'The public board shows names in the way the contest has announced. You may see, correct and download your data, withdraw your consent or ask for deletion at any time by contacting the organizers.',
    },
  ],
  guardianParagraph: {
    vi: 'Tôi là cha, mẹ hoặc người giám hộ của thí sinh, đã đọc nội dung trên và đồng ý cho con tôi tham gia cuộc thi.',
    en: 'I am a parent or guardian of the participant, have read the text above and agree that my child takes part.',
  },
} as const
