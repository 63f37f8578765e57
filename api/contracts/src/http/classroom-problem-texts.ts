/** What can go wrong in class; a pupil reads these on a phone, so they are short. */
export const classroomErrors = {
  'CLASS.NOT_FOUND': {
    status: 404,
    vi: 'Không tìm thấy lớp này trong danh sách lớp của bạn.',
    en: 'This class is not among yours.',
  },
  'CLASS.PUPIL_TWICE': {
    status: 409,
    vi: 'Trong lớp có hai học sinh cùng tên “{name}”. Hãy thêm chữ đệm hoặc số để phân biệt. Chưa có gì thay đổi.',
    en: 'Two pupils of the class are called “{name}”. Add a middle name or a number to tell them apart. Nothing was changed.',
  },
  'CLASS.IN_LESSON': {
    status: 409,
    vi: 'Lớp đang có buổi học chưa kết thúc. Hãy kết thúc buổi học rồi xóa lớp.',
    en: 'A lesson of this class is still running. End it first, then delete the class.',
  },
  'CLASS.SHEET_UNREADABLE': {
    status: 400,
    vi: 'Không tìm thấy danh sách tên trong tệp này. Hãy dùng tệp .xlsx hoặc .csv có cột “Họ và tên”, hoặc dán danh sách vào ô. Chưa có gì thay đổi.',
    en: 'No list of names was found in this file. Use an .xlsx or .csv file with a column “Full name”, or paste the list. Nothing was changed.',
  },
  'CLASS.YEAR_OVER': {
    status: 400,
    vi: 'Năm học này đã qua; tên và kết quả của lớp không được giữ nữa. Hãy chọn năm học đang diễn ra.',
    en: 'This school year is over; names and results of its classes are no longer kept. Choose the current one.',
  },
  'SET.NOT_FOUND': {
    status: 404,
    vi: 'Không tìm thấy bộ câu hỏi này trong danh sách của bạn.',
    en: 'This set is not among yours.',
  },
  'SET.ITEM_UNUSABLE': {
    status: 409,
    vi: 'Câu ở vị trí {place} hiện không dùng được trong lớp: câu đã ngừng dùng, hết hiệu lực hoặc đang tạm khóa cho một cuộc thi. Hãy đổi câu khác.',
    en: 'The item at place {place} cannot be used in class now: it was retired, is out of date or is held back for a contest. Choose another one.',
  },
  'SET.BAD_PLACE': {
    status: 400,
    vi: 'Vị trí {place} chưa đủ: câu bình chọn cần nội dung hỏi và ít nhất hai lựa chọn; đám mây từ cần nội dung hỏi; câu hỏi cần chọn từ ngân hàng.',
    en: 'Place {place} is not complete: a poll needs a prompt and at least two choices, a word cloud a prompt, an item must be chosen from a bank.',
  },
  'SET.FILE_UNREADABLE': {
    status: 400,
    vi: 'Không đọc được tệp này: không phải tệp bộ câu hỏi của Thi Số hoặc tệp đã bị sửa. Chưa có gì được thêm vào.',
    en: 'This file cannot be read: it is not a set of Thi Số, or it was changed. Nothing was added.',
  },
  'SET.FILE_TOO_LARGE': {
    status: 409,
    vi: 'Tệp của bộ câu hỏi này sẽ lớn hơn {megabytes} MB vì có nhiều hình hoặc âm thanh. Hãy chia bộ câu hỏi thành các bộ nhỏ hơn.',
    en: 'The file of this set would be larger than {megabytes} MB, because of its pictures and sounds. Split it into smaller sets.',
  },
  'LESSON.NOT_FOUND': {
    status: 404,
    vi: 'Không tìm thấy buổi học này.',
    en: 'This lesson was not found.',
  },
  'LESSON.PIN_UNKNOWN': {
    status: 404,
    vi: 'Không có buổi học nào đang mở với mã này. Hãy xem lại mã trên màn hình lớp.',
    en: 'No lesson is open under this code. Look at the code on the class screen again.',
  },
  'LESSON.NOT_HOST': {
    status: 403,
    vi: 'Chỉ giáo viên của buổi học mới điều khiển được.',
    en: 'Only the host of the lesson can steer it.',
  },
  'LESSON.MOVED_ON': {
    status: 409,
    vi: 'Buổi học đã sang bước khác, có thể vì bạn vừa bấm ở thiết bị khác. Màn hình đã được cập nhật.',
    en: 'The lesson has moved on, perhaps because you tapped on another device. The screen was updated.',
  },
  'LESSON.WRONG_PHASE': {
    status: 409,
    vi: 'Lúc này không làm được việc đó.',
    en: 'This cannot be done at this point of the lesson.',
  },
  'LESSON.ENDED': {
    status: 409,
    vi: 'Buổi học đã kết thúc.',
    en: 'The lesson is over.',
  },
  'LESSON.STILL_RUNNING': {
    status: 409,
    vi: 'Buổi học chưa kết thúc. Hãy kết thúc trước.',
    en: 'The lesson is still running. End it first.',
  },
  'LESSON.BAD_SETTINGS': {
    status: 400,
    vi: 'Thi tự làm và bài về nhà cần giờ kết thúc ở sau lúc này; các cách khác thì không có giờ kết thúc.',
    en: 'A race or homework needs a time to end that lies ahead; other modes have none.',
  },
  'LESSON.PAST_DELETION': {
    status: 409,
    vi: 'Dữ liệu của buổi chơi này được xóa vào ngày {day}, nên buổi chơi phải kết thúc trước ngày đó. Chưa có gì thay đổi. Hãy chọn giờ kết thúc sớm hơn.',
    en: 'The data of this lesson are deleted on {day}, so it has to end before that day. Nothing was changed. Choose an earlier end.',
  },
  'LESSON.ROSTER_NEEDED': {
    status: 400,
    vi: 'Muốn học sinh vào bằng tên trong danh sách thì hãy chọn một lớp có học sinh.',
    en: 'To let pupils join by the class list, choose a class that has pupils.',
  },
  'LESSON.FILE_UNREADABLE': {
    status: 400,
    vi: 'Không đọc được tệp này: không phải tệp kết quả buổi học của Thi Số hoặc tệp đã bị sửa. Chưa có gì được thêm vào.',
    en: 'This file cannot be read: it is not a lesson of Thi Số, or it was changed. Nothing was added.',
  },
  'LESSON.FILE_TOO_LARGE': {
    status: 409,
    vi: 'Tệp kết quả của buổi học này sẽ lớn hơn {megabytes} MB nên không máy chủ nào nhận. Hãy xem báo cáo hoặc tải báo cáo tại đây.',
    en: 'The file of this lesson would be larger than {megabytes} MB, more than a server takes in. Read or download its report here.',
  },
  'LESSON.FILE_DIFFERS': {
    status: 409,
    vi: 'Buổi học này đã có ở đây với nội dung khác, nên tệp không được nhận. Bản đang có không thay đổi. Hãy tải lại tệp từ máy đã tổ chức buổi học.',
    en: 'This lesson is here already with other content, so the file was not taken. What is here was not changed. Download the file again where the lesson was played.',
  },
  'LESSON.FILE_TOO_OLD': {
    status: 409,
    vi: 'Đã đến ngày phải xóa dữ liệu của buổi học này ({day}), nên tệp không được nhận. Chưa có gì được thêm vào.',
    en: 'The day on which the data of this lesson had to be deleted has come ({day}), so the file was not taken. Nothing was added.',
  },
  'LESSON.FILE_NEWER': {
    status: 400,
    vi: 'Tệp này được tạo bởi phiên bản Thi Số mới hơn máy chủ này. Hãy cập nhật máy chủ rồi thử lại. Chưa có gì được thêm vào.',
    en: 'This file was made by a newer version of Thi Số than this server has. Update the server and try again. Nothing was added.',
  },
  'LESSON.REMOTE_GONE': {
    status: 404,
    vi: 'Mã điều khiển đã hết hạn hoặc đã dùng. Hãy lấy mã mới trên máy của giáo viên.',
    en: 'This remote code has expired or was used. Get a new one on the host’s computer.',
  },
  'SEAT.LOBBY_LOCKED': {
    status: 409,
    vi: 'Giáo viên đã khóa phòng chờ. Hãy báo với thầy cô.',
    en: 'The host has locked the lobby. Tell your teacher.',
  },
  'SEAT.TOO_LATE': {
    status: 409,
    vi: 'Buổi học đã bắt đầu và không nhận thêm người.',
    en: 'The lesson has begun and takes nobody any more.',
  },
  'SEAT.NAME_REFUSED': {
    status: 400,
    vi: 'Tên này không dùng được trong lớp. Hãy chọn một tên khác.',
    en: 'This name cannot be used in class. Choose another one.',
  },
  'SEAT.NAME_TAKEN': {
    status: 409,
    vi: 'Đã có bạn dùng tên này. Hãy chọn một tên khác.',
    en: 'Somebody has this name already. Choose another one.',
  },
  'SEAT.REMOVED': {
    status: 403,
    vi: 'Giáo viên đã đưa bạn ra khỏi buổi học này.',
    en: 'The host has removed you from this lesson.',
  },
  'SEAT.NOT_FOUND': {
    status: 404,
    vi: 'Không tìm thấy chỗ ngồi này. Hãy vào lại bằng mã trên màn hình lớp.',
    en: 'This seat was not found. Join again with the code on the class screen.',
  },
  'SEAT.FULL': {
    status: 409,
    vi: 'Buổi học đã đủ {most} chỗ.',
    en: 'The lesson has all of its {most} seats taken.',
  },
} as const
