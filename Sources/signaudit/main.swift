import CommandLineTool

await SignAudit.main()
