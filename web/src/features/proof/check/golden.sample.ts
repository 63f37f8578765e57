/** A receipt, its proof and a forked checkpoint as the server makes them (key from 32 bytes of 03; leaf 2 of 5 and 7). */
export const golden = {
  receipt: {
    format: 'thiso-receipt-1',
    origin: 'thi.example.vn/rounds/4b6c1b1e-6a3e-4d8e-9f0a-0b6f6a4f2a11',
    round: '4b6c1b1e-6a3e-4d8e-9f0a-0b6f6a4f2a11',
    attempt: '8d2f0d53-1111-8222-9333-444455556666',
    code: 'ABCD-EFGH-JKMN',
    submittedAt: 1790841600123,
    head: '0101010101010101010101010101010101010101010101010101010101010101',
    salt: '02020202020202020202020202020202',
    promise:
      'thi.example.vn/rounds/4b6c1b1e-6a3e-4d8e-9f0a-0b6f6a4f2a11\nreceipt\npYzvJ/2ZG0G73y/o//xUILv4Ya2HuWhObtvKfnOpIUU=\nuUoB380yVHAIkNK2AF1Usi3Ets5qyLCvszRvEpZwxm0=\n\n— thi.example.vn 7C9LdN+0vo4Bkhf2TXITye2FZIT/yJgp04JQvmRVnAt8ijy764RC9vj5msTwVAhzqRWZZTwuqsstChzSlOxBMDPMYAI=\n',
  },
  line: 'thi.example.vn~4b6c1b1e6a3e4d8e9f0a0b6f6a4f2a11~8d2f0d53111182229333444455556666~ABCD-EFGH-JKMN~1790841600123~AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE~AgICAgICAgICAgICAgICAg~thi.example.vn~7C9LdN-0vo4Bkhf2TXITye2FZIT_yJgp04JQvmRVnAt8ijy764RC9vj5msTwVAhzqRWZZTwuqsstChzSlOxBMDPMYAI',
  verifierKey: 'thi.example.vn+ec2f4b74+Ae1JKMYo0cLG6ukDOJBZlWEpWSc6XGP5NjbBRhSshzfR',
  otherKey: 'thi.example.vn+2cf8dba4+AcqTrBcFGHBx1nuDx/8O/oEI6OxFMFdddyaHkzPb2r58',
  proof: {
    state: 'included',
    leafIndex: 2,
    note: 'thi.example.vn/rounds/4b6c1b1e-6a3e-4d8e-9f0a-0b6f6a4f2a11\n5\nvtDOPYhj/fyymGDeFq/CYC6dqjOz+hWnrsBlTZoYLkI=\ntime 2026-10-01T09:00:00.000Z\n\n— thi.example.vn 7C9LdLyED2WJqSM7G9R0WxZBkGgywjNlHYk7zYQtbTqF8xYAUXTEt0dUjQXurDKCRVI7NmD8Rwwf9gHplGPICqfwTgg=\n',
    path: [
      '58bd1496e1684aac9201c2e687ee7ae4f51c96a8b0d81ef3583628b93d3cd345',
      'fc5f6b88ff8554f75bb2f9e6f39c31b1936d44b69276edf7b1205a955b9761e3',
      '83115f8947955fafdc2a27e7f4c0854bbd8da27bb1b3e3405db571c9af8dbe1a',
    ],
    newestNote:
      'thi.example.vn/rounds/4b6c1b1e-6a3e-4d8e-9f0a-0b6f6a4f2a11\n7\nxAq4vrySMYxuapqlG11WchMrNvEncMe2Qt3xsLS7ChY=\ntime 2026-10-01T09:00:00.000Z\nfinal\n\n— thi.example.vn 7C9LdCF+UF8fV03ARdnMzHimR1lwBZvAJdonSaXWKNIG9eYR9kJES0j5CN7cqJFdnOeYWTZej+0wVKbUhLf+sLQksAM=\n',
    consistency: [
      '83115f8947955fafdc2a27e7f4c0854bbd8da27bb1b3e3405db571c9af8dbe1a',
      '95adf15b7ef5db67386a8bafbefee4d145662afa450740e1868553e8348ed3a0',
      'fb7f869ce8b7b51fdf719fc8c21a4736c98cc160a825606a81f78a7f4d2261d9',
      '4607d84e6e8e6bb8a902d0a37f7a3f650e3e6d883d131ea378e778a1e13b58dc',
    ],
  },
  forked:
    'thi.example.vn/rounds/4b6c1b1e-6a3e-4d8e-9f0a-0b6f6a4f2a11\n7\nHgiZnRI6xLLxrDHC+Xja4aqCojJzLXK3Pk//614nIvU=\ntime 1970-01-01T00:00:00.000Z\nfinal\n\n— thi.example.vn 7C9LdMWjgQXm3x3vz2QsqVqw03lxb9t07dLL5gO26xaOxLJ/52SAp1dp9r0LHIWvgphmGUU4EUxcCNY+Q/a2/4w9OQ4=\n',
} as const
