export const vi = {
  title: {
    round: '2. Bốc thăm người bằng nhau',
    total: '2. Bốc thăm người bằng nhau',
    units: 'Bốc thăm đơn vị bằng nhau',
  },
  notNeeded: {
    round: 'Không có ai bằng nhau ở mọi tiêu chí mà thể lệ giao cho bốc thăm.',
    total: 'Không có ai bằng nhau ở mọi tiêu chí mà thể lệ giao cho bốc thăm.',
    units: 'Không có đơn vị nào bằng nhau ở mọi tiêu chí mà phải chờ bốc thăm.',
  },
  before: {
    round: 'Có sau khi chốt kết quả, nếu còn người bằng nhau.',
    total: 'Có sau khi tính tổng, nếu còn người bằng nhau.',
    units: 'Có sau khi mọi đợt đã công bố kết quả, nếu còn đơn vị bằng nhau: trước đó số liệu còn thay đổi.',
  },
  needed_other: '{{count}} người đồng hạng. Hãy công bố danh sách cùng một nguồn ngẫu nhiên trong tương lai.',
  neededUnits_other:
    '{{count}} đơn vị bằng nhau chờ giải. Hãy công bố danh sách cùng một nguồn ngẫu nhiên trong tương lai, hoặc thêm tiêu chí xét ở cơ cấu giải.',
  notListed_other:
    'Còn {{count}} đơn vị bằng nhau nhưng không có trong danh sách đã bốc, vì cơ cấu giải đã đổi sau đó. Hãy thêm tiêu chí xét ở cơ cấu giải.',
  noCommitment: 'Không có mã bí mật khoá trước khi dự thi; trang công khai nói rõ điều đó.',
  source: 'Nguồn ngẫu nhiên',
  beacon: 'Đèn hiệu công khai drand',
  beaconHint: 'Chữ ký kiểm tra được bằng toán học. Nên chọn cách này.',
  lottery: 'Kết quả xổ số',
  lotteryHint: 'Hai người cùng nhập các số của kỳ quay đầu tiên từ ngày đã nêu.',
  at: 'Thời điểm (ít nhất một phút nữa)',
  name: 'Tên đài xổ số',
  day: 'Ngày quay',
  act: 'Công bố danh sách và nguồn',
  named: 'Đã công bố danh sách.',
  confirmTitle: 'Công bố danh sách và nguồn?',
  confirmText: {
    round:
      'Danh sách (mã và hạng, không có tên) hiện ngay ở trang công khai. Sau bước này danh sách và nguồn không đổi được nữa.',
    total:
      'Danh sách (mã và hạng, không có tên) hiện ngay ở trang công khai. Sau bước này danh sách và nguồn không đổi được nữa.',
    units:
      'Danh sách đơn vị và hạng theo từng tiêu chí hiện ngay ở trang công khai. Sau bước này danh sách và nguồn không đổi được nữa.',
  },
  waits: 'Danh sách {{count}} người đã công bố. Chờ {{source}}, đến hạn {{at}}.',
  waitsUnits: 'Danh sách {{count}} dòng của các đơn vị đã công bố. Chờ {{source}}, đến hạn {{at}}.',
  beaconRound: 'vòng {{round}} của đèn hiệu',
  lotteryOf: '{{name}} ngày {{day}}',
  signature: 'Chữ ký của vòng {{round}}',
  signatureHint: 'Chép trường “signature” từ bất kỳ máy chủ drand nào, ví dụ api.drand.sh, chuỗi quicknet.',
  numbers: 'Các số của kỳ quay, cách nhau bằng dấu cách',
  enter: 'Nhập',
  entered: 'Đã ghi.',
  enteredBy: '{{name}} đã nhập. Một người khác nhập lại để xác nhận.',
  ownEntry: 'Bạn đã nhập. Hãy nhờ một người khác trong ban tổ chức mở trang này và xác nhận.',
  confirm: 'Xác nhận và bốc thăm',
  confirmed: 'Đã bốc thăm.',
  done: 'Đã bốc thăm lúc {{at}}. Mọi dữ liệu để kiểm tra nằm ở trang công khai.',
  public: 'Trang công khai',
}
