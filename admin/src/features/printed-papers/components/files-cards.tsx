import { Card, Row, Stack } from '@thiso/kit'
import { usePapersText } from '../hooks/use-papers-text'
import type { PrintedPaper } from '../paper-draft'
import { formatOf, groupFiles } from '../paper-files'
import { FileButton } from './file-button'

/** Everything to download, by who gets it. */
export function FilesCards({ paper }: { paper: PrintedPaper }) {
  const t = usePapersText()
  const { byCode, forAll, withKeys } = groupFiles(paper)
  return (
    <>
      <Card title={t('paper.print')}>
        <Stack>
          <p className="ts-quiet-text">{t('paper.printLead')}</p>
          <ul className="papers-codes">
            {byCode.map(({ code, files }) => (
              <li key={code}>
                <strong className="ts-number">{t('paper.code', { code })}</strong>
                <Row gap={2}>
                  {files.map((file) => (
                    <FileButton key={file.name} paperId={paper.id} file={file}>
                      {formatOf(file)}
                    </FileButton>
                  ))}
                </Row>
              </li>
            ))}
          </ul>
          <h3>{t('paper.forAll')}</h3>
          <Row gap={2}>
            {forAll.map((file) => (
              <FileButton key={file.name} paperId={paper.id} file={file} />
            ))}
          </Row>
        </Stack>
      </Card>
      <Card title={t('paper.keys')}>
        <Stack>
          <p className="ts-quiet-text">{t('paper.keysLead')}</p>
          <Row gap={2}>
            {withKeys.map((file) => (
              <FileButton key={file.name} paperId={paper.id} file={file} />
            ))}
          </Row>
        </Stack>
      </Card>
    </>
  )
}
