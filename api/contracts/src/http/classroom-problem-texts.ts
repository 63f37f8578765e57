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
    vi: 'Lớp đang có buổi chơi chưa kết thúc. Hãy kết thúc buổi chơi rồi xóa lớp.',
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
  'CLASS.YEAR_AHEAD': {
    status: 400,
    vi: 'Chỉ lập lớp cho năm học đang diễn ra và năm học kế tiếp. Chưa có gì thay đổi. Hãy chọn một trong hai năm đó.',
    en: 'Classes are made for the current school year and the next one. Nothing was changed. Choose one of the two.',
  },
  'CLASS.DAY_TOLD': {
    status: 409,
    vi: 'Lớp đã có buổi chơi, và học sinh đã được báo rằng dữ liệu được xóa vào ngày {day}, nên không dời muộn hơn được. Chưa có gì thay đổi. Hãy lập lớp mới cho năm học sau.',
    en: 'The class has had lessons, and its pupils were told that their data are deleted on {day}, so the day cannot be put off. Nothing was changed. Make a new class for the next school year.',
  },
  'CLASS.DAY_NEEDED': {
    status: 409,
    vi: 'Lớp có bài về nhà còn nhận bài sau ngày {day}, là ngày dữ liệu của năm học này được xóa. Chưa có gì thay đổi. Hãy kết thúc bài đó trước.',
    en: 'The class has homework that takes answers after {day}, the day on which data of this school year are deleted. Nothing was changed. End it first.',
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
    vi: 'Không tìm thấy buổi chơi này.',
    en: 'This lesson was not found.',
  },
  'LESSON.PIN_UNKNOWN': {
    status: 404,
    vi: 'Không có buổi chơi nào đang mở với mã này. Hãy xem lại mã trên màn hình lớp.',
    en: 'No lesson is open under this code. Look at the code on the class screen again.',
  },
  'LESSON.NOT_HOST': {
    status: 403,
    vi: 'Chỉ giáo viên của buổi chơi mới điều khiển được.',
    en: 'Only the host of the lesson can steer it.',
  },
  'LESSON.MOVED_ON': {
    status: 409,
    vi: 'Buổi chơi đã sang bước khác, có thể vì bạn vừa bấm ở thiết bị khác. Màn hình đã được cập nhật.',
    en: 'The lesson has moved on, perhaps because you tapped on another device. The screen was updated.',
  },
  'LESSON.WRONG_PHASE': {
    status: 409,
    vi: 'Lúc này không làm được việc đó.',
    en: 'This cannot be done at this point of the lesson.',
  },
  'LESSON.TOO_EARLY': {
    status: 409,
    vi: 'Câu này chưa mở nên chưa khóa được; chưa có gì thay đổi. Hãy đợi câu mở, hoặc bỏ câu này.',
    en: 'The item has not opened yet, so it cannot be locked; nothing was changed. Wait until it opens, or skip it.',
  },
  'LESSON.TIME_OVER': {
    status: 409,
    vi: 'Giờ kết thúc của buổi chơi này đã qua nên không bắt đầu được nữa. Hãy tạo buổi chơi mới với giờ kết thúc ở sau lúc này.',
    en: 'The time at which this lesson ends has passed, so it can no longer begin. Create a new one that ends later than now.',
  },
  'LESSON.ENDED': {
    status: 409,
    vi: 'Buổi chơi đã kết thúc.',
    en: 'The lesson is over.',
  },
  'LESSON.STILL_RUNNING': {
    status: 409,
    vi: 'Buổi chơi chưa kết thúc. Hãy kết thúc trước.',
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
  'LESSON.PLACES_HELD': {
    status: 409,
    vi: 'Câu {places} đang tạm khóa cho một cuộc thi nên được bỏ qua và không tính cho ai. Hãy bấm lần nữa để sang câu sau.',
    en: 'Place {places} is held back for a contest, so it was passed over and counts for nobody. Tap again to go on behind it.',
  },
  'LESSON.FILE_HELD': {
    status: 409,
    vi: 'Câu {places} của buổi chơi này đang tạm khóa cho một cuộc thi nên chưa tải được tệp kết quả, vì trong tệp có đáp án. Kết quả vẫn còn nguyên. Hãy tải sau khi đợt thi đó kết thúc.',
    en: 'Place {places} of this lesson is held back for a contest, and the file would have its key, so it cannot be downloaded yet. The results are kept. Download it once that round is over.',
  },
  'LESSON.FILE_UNREADABLE': {
    status: 400,
    vi: 'Không đọc được tệp này: không phải tệp kết quả buổi chơi của Thi Số hoặc tệp đã bị sửa. Chưa có gì được thêm vào.',
    en: 'This file cannot be read: it is not a lesson of Thi Số, or it was changed. Nothing was added.',
  },
  'LESSON.FILE_TOO_LARGE': {
    status: 409,
    vi: 'Tệp kết quả của buổi chơi này sẽ lớn hơn {megabytes} MB nên không máy chủ nào nhận. Hãy xem báo cáo hoặc tải báo cáo tại đây.',
    en: 'The file of this lesson would be larger than {megabytes} MB, more than a server takes in. Read or download its report here.',
  },
  'LESSON.FILE_DIFFERS': {
    status: 409,
    vi: 'Buổi chơi này đã có ở đây với nội dung khác, nên tệp không được nhận. Bản đang có không thay đổi. Hãy tải lại tệp từ máy đã tổ chức buổi chơi.',
    en: 'This lesson is here already with other content, so the file was not taken. What is here was not changed. Download the file again where the lesson was played.',
  },
  'LESSON.FILE_TOO_OLD': {
    status: 409,
    vi: 'Đã đến ngày phải xóa dữ liệu của buổi chơi này ({day}), nên tệp không được nhận. Chưa có gì được thêm vào.',
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
    vi: 'Buổi chơi đã bắt đầu và không nhận thêm người.',
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
    vi: 'Thầy cô đã mời bạn ra khỏi buổi chơi này. Nếu là nhầm lẫn, hãy nói với thầy cô.',
    en: 'Your teacher has taken you out of this lesson. If that was a mistake, tell your teacher.',
  },
  'SEAT.REFUSED': {
    status: 403,
    vi: 'Giáo viên không cho thiết bị này vào chỗ đó. Hãy chọn đúng tên của bạn hoặc báo với thầy cô.',
    en: 'The host did not let this device in to that seat. Choose your own name or tell your teacher.',
  },
  'SEAT.STAYS': {
    status: 409,
    vi: 'Buổi chơi đã bắt đầu nên không đổi chỗ được nữa; chỗ này vẫn còn. Nếu đây không phải tên bạn, hãy báo với thầy cô.',
    en: 'The lesson has begun, so the seat cannot be changed any more; it is still there. If this is not your name, tell your teacher.',
  },
  'SEAT.REQUEST_GONE': {
    status: 404,
    vi: 'Yêu cầu này không còn nữa: học sinh đã thôi hỏi hoặc hỏi từ máy khác. Hãy xem lại danh sách.',
    en: 'This request is no longer there: the pupil has stopped asking or asks from another device. Look at the list again.',
  },
  'SEAT.NOT_FOUND': {
    status: 404,
    vi: 'Không tìm thấy chỗ ngồi này. Hãy vào lại bằng mã trên màn hình lớp.',
    en: 'This seat was not found. Join again with the code on the class screen.',
  },
  'SEAT.FULL': {
    status: 409,
    vi: 'Buổi chơi đã đủ {most} chỗ.',
    en: 'The lesson has all of its {most} seats taken.',
  },
} as const
