; The installer for one person on Windows: no administrator, no network. Silent: cbc-desktop_1.2.3_win64.exe /S [/D=C:\folder]
; makensis -DVERSION=1.2.3 -DPACKED=folder -DOUT=file.exe cbc-desktop.nsi
; Exit codes: 0 installed, 1 given up by a person, 2 not possible (the program is running, or another one lies there).

Unicode true
SetCompressor /SOLID lzma
RequestExecutionLevel user
ManifestDPIAware true
Name "CBC ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\cbc-desktop"
InstallDirRegKey HKCU "Software\cbc-desktop" "InstallDir"

!include MUI2.nsh
!include FileFunc.nsh
!include WinVer.nsh

!define ICON "..\..\resources\icons\cbc-desktop.ico"
!define WINDOW "cbc-desktop-window.exe"
!define CLASSES "Software\Classes"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\cbc-desktop"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOW}"
!insertmacro MUI_PAGE_LICENSE "..\..\LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"

LangString TooOld ${LANG_VIETNAMESE} "CBC cần Windows 10 (bản 1809) trở lên. Chưa cài gì."
LangString TooOld ${LANG_ENGLISH} "CBC needs Windows 10 (1809) or newer. Nothing was installed."
LangString Running ${LANG_VIETNAMESE} "CBC đang mở. Hãy đóng cửa sổ CBC rồi làm lại; chưa có gì bị thay đổi."
LangString Running ${LANG_ENGLISH} "CBC is open. Close its window and try again; nothing was changed."
LangString Foreign ${LANG_VIETNAMESE} "Trong thư mục này có chương trình khác:$\r$\n$INSTDIR$\r$\nHãy chọn thư mục khác; chưa có gì bị thay đổi."
LangString Foreign ${LANG_ENGLISH} "Another program lies in this folder:$\r$\n$INSTDIR$\r$\nChoose another one; nothing was changed."
LangString Kept ${LANG_VIETNAMESE} "Hồ sơ và bản sao lưu không bị xóa, vẫn nằm ở:$\r$\n$LOCALAPPDATA\cbc-desktop$\r$\nNếu không cần nữa, hãy tự xóa thư mục này."
LangString Kept ${LANG_ENGLISH} "Dossiers and backups were not removed, they are in:$\r$\n$LOCALAPPDATA\cbc-desktop$\r$\nIf they are not needed any more, delete that folder yourself."
LangString Dossier ${LANG_VIETNAMESE} "Bản chép hồ sơ CBC"
LangString Dossier ${LANG_ENGLISH} "CBC dossier copy"
LangString Update ${LANG_VIETNAMESE} "Bản cập nhật biểu mẫu CBC"
LangString Update ${LANG_ENGLISH} "CBC forms update"

; A program that runs cannot be written over: seen by opening it for writing.
!macro refuseWhileRunning
  IfFileExists "$INSTDIR\${WINDOW}" 0 notRunning
  ClearErrors
  FileOpen $0 "$INSTDIR\${WINDOW}" a
  IfErrors 0 closed
  MessageBox MB_OK|MB_ICONEXCLAMATION "$(Running)" /SD IDOK
  SetErrorLevel 2
  Quit
closed:
  FileClose $0
notRunning:
!macroend

; Programs packed as this one is have a folder of the same name, which is replaced here and removed with the program.
!macro refuseForeignFolder
  IfFileExists "$INSTDIR\_internal\*.*" 0 ours
  IfFileExists "$INSTDIR\${WINDOW}" ours
  MessageBox MB_OK|MB_ICONEXCLAMATION "$(Foreign)" /SD IDOK
  SetErrorLevel 2
  Quit
ours:
!macroend

!macro associate EXTENSION CLASS TITLE
  WriteRegStr HKCU "${CLASSES}\${CLASS}" "" "${TITLE}"
  WriteRegStr HKCU "${CLASSES}\${CLASS}\DefaultIcon" "" "$INSTDIR\${WINDOW},0"
  WriteRegStr HKCU "${CLASSES}\${CLASS}\shell\open\command" "" '"$INSTDIR\${WINDOW}" --open "%1"'
  WriteRegStr HKCU "${CLASSES}\${EXTENSION}" "" "${CLASS}"
!macroend

!macro dissociate EXTENSION CLASS
  DeleteRegKey HKCU "${CLASSES}\${CLASS}"
  DeleteRegValue HKCU "${CLASSES}\${EXTENSION}" ""
  DeleteRegKey /ifempty HKCU "${CLASSES}\${EXTENSION}"
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(TooOld)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  !insertmacro refuseWhileRunning
FunctionEnd

Section "CBC"
  !insertmacro refuseForeignFolder
  ; The libraries of an earlier version would be found before those of this one.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${PACKED}\*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\CBC.lnk" "$INSTDIR\${WINDOW}" "" "$INSTDIR\${WINDOW}" 0

  !insertmacro associate ".cbcd" "CBC.Dossier" "$(Dossier)"
  !insertmacro associate ".cbcu" "CBC.Update" "$(Update)"
  ; Packages and receipts have names that others use too: offered under "Open with", never taken over.
  WriteRegStr HKCU "${CLASSES}\Applications\${WINDOW}" "FriendlyAppName" "CBC"
  WriteRegStr HKCU "${CLASSES}\Applications\${WINDOW}\shell\open\command" "" '"$INSTDIR\${WINDOW}" --open "%1"'
  WriteRegStr HKCU "${CLASSES}\Applications\${WINDOW}\SupportedTypes" ".zip" ""
  WriteRegStr HKCU "${CLASSES}\Applications\${WINDOW}\SupportedTypes" ".pdf" ""
  WriteRegStr HKCU "${CLASSES}\Applications\${WINDOW}\SupportedTypes" ".json" ""

  WriteRegStr HKCU "Software\cbc-desktop" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "CBC"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${WINDOW}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Function un.onInit
  !insertmacro refuseWhileRunning
FunctionEnd

Section "Uninstall"
  Delete "$INSTDIR\cbc-desktop.exe"
  Delete "$INSTDIR\${WINDOW}"
  Delete "$INSTDIR\sbom.cdx.json"
  Delete "$INSTDIR\LICENCES.txt"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\CBC.lnk"
  !insertmacro dissociate ".cbcd" "CBC.Dossier"
  !insertmacro dissociate ".cbcu" "CBC.Update"
  DeleteRegKey HKCU "${CLASSES}\Applications\${WINDOW}"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\cbc-desktop"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  IfFileExists "$LOCALAPPDATA\cbc-desktop\*.*" 0 nothingKept
  DetailPrint "$(Kept)"
  MessageBox MB_OK|MB_ICONINFORMATION "$(Kept)" /SD IDOK
nothingKept:
SectionEnd
