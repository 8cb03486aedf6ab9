' Does to spreadsheets what a clerk does by hand; the steps stand in a file, one a line, parts by tabs.
Sub Main(steps As String)
  Dim file As Integer, said As String, ready As String, part, doc, sheet
  file = FreeFile
  Open steps For Input As #file
  Do While Not Eof(file)
    Line Input #file, said
    part = Split(said, Chr(9))
    Select Case part(0)
      Case "open"
        doc = StarDesktop.loadComponentFromURL(ConvertToURL(part(1)), "_blank", 0, Array(Setting("Hidden", True)))
      Case "sheet"
        sheet = doc.Sheets.getByName(part(1))
      Case "type"
        sheet.getCellRangeByName(part(1)).setFormula(Replace(part(2), "\n", Chr(10)))
      Case "text"
        sheet.getCellRangeByName(part(1)).setString(part(2))
      Case "clear"
        sheet.getCellRangeByName(part(1)).setFormula("")
      Case "percent"
        sheet.getCellRangeByName(part(1)).NumberFormat = 11
      Case "plain"
        sheet.getCellRangeByName(part(1)).NumberFormat = 0
      Case "show"
        sheet.Rows.getByIndex(CLng(part(1)) - 1).IsVisible = True
      Case "hide"
        sheet.Rows.getByIndex(CLng(part(1)) - 1).IsVisible = False
      Case "delete"
        sheet.Rows.removeByIndex(CLng(part(1)) - 1, 1)
      Case "save"
        doc.calculateAll()
        doc.storeToURL(ConvertToURL(part(1)), Array(Setting("FilterName", part(2))))
      Case "close"
        doc.close(True)
    End Select
  Loop
  Close #file
  file = FreeFile
  ready = steps + ".done"
  Open ready For Output As #file
  Close #file
  StarDesktop.terminate()
End Sub

Function Setting(called As String, content)
  Dim one As New com.sun.star.beans.PropertyValue
  one.Name = called
  one.Value = content
  Setting = one
End Function
