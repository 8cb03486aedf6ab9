@echo off
rem Makes the archive of the program's classes for bankscore.cmd, which names JAVA, APP and HOME_DIR.
set "PART=bankscore-%RANDOM%.part"
cd /d "%APP%"
del /q bankscore-*.part bankscore-*.jsa
"%JAVA%" "@%HOME_DIR%start\java.options" -Xshare:dump -XX:SharedClassListFile=bankscore.classes -XX:SharedArchiveFile=%PART% -cp "%APP%bankscore.jar"
if not errorlevel 1 for %%j in (bankscore.jar) do for %%f in (%PART%) do ren "%%f" "bankscore-%%~zj-%%~zf.jsa"
if exist "%PART%" del /q "%PART%"
exit
