@echo off
rem Starts bankscore: the desk without a word, a command with words. The script bankscore does the same, step by step.
rem Plain letters only: cmd reads a script by the window's code page. What is said in Chinese lies in files.
setlocal EnableExtensions DisableDelayedExpansion
set "HOME_DIR=%~dp0"
set "APP=%HOME_DIR%"

rem In a source checkout the program is built first if it is missing or older than the sources.
if not exist "%HOME_DIR%pom.xml" goto page
set "APP=%HOME_DIR%target\app\"
set "BUILT=%HOME_DIR%target\bankscore.built"
if not exist "%BUILT%" goto build
powershell -NoProfile -NonInteractive -Command "exit [int][bool](Get-ChildItem -Recurse -File -LiteralPath (Join-Path $env:HOME_DIR 'pom.xml'),(Join-Path $env:HOME_DIR 'src\main'),(Join-Path $env:HOME_DIR 'src\release') | Where-Object { $_.LastWriteTime -gt (Get-Item -LiteralPath $env:BUILT).LastWriteTime })"
if not errorlevel 1 goto page
:build
echo bankscore: building, this takes a minute the first time 1>&2
pushd "%HOME_DIR%"
call mvn -q -B -Pstart package 1>&2
set "CODE=%ERRORLEVEL%"
popd
if "%CODE%"=="0" echo built>"%BUILT%"
if "%CODE%"=="0" goto page
echo bankscore: the build failed; JDK 17 and Maven are needed 1>&2
set "CODE=6"
goto end

:page
rem The program speaks UTF-8; the window is put back to its own code page afterwards.
set "PAGE="
for /f "tokens=2 delims=:." %%p in ('chcp') do set "PAGE=%%p"
chcp 65001 >nul

rem The Java that lies beside, the one that is named, or the one on the path; another's may be missing or too old.
set "JAVA=%HOME_DIR%runtime\bin\java.exe"
if exist "%JAVA%" goto classes
set "JAVA=java"
if defined JAVA_HOME set "JAVA_HOME=%JAVA_HOME:"=%"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
rem An option that Java has from 17 on.
"%JAVA%" --enable-native-access=ALL-UNNAMED -version >nul 2>&1
if not errorlevel 1 goto classes
set "SAID=old-java.txt"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 set "SAID=no-java.txt"
type "%HOME_DIR%start\%SAID%" 1>&2
set "CODE=6"
goto back

:classes
rem The program's classes, loaded once for all: an archive whose name tells the lengths of its jar and its own, or none: a
rem cut one would end Java, and one of an older jar be passed over for ever.
set "ARCHIVE="
pushd "%APP%"
for %%j in (bankscore.jar) do for %%f in (bankscore-*.jsa) do if "%%~nf"=="bankscore-%%~zj-%%~zf" set ARCHIVE="-XX:SharedArchiveFile=%APP%%%f"
popd
set "BANKSCORE_HOME=%HOME_DIR%"
set START="%JAVA%" "@%HOME_DIR%start\java.options" %ARCHIVE% %BANKSCORE_JAVA_OPTS% -cp

set "CLASSES=%APP%bankscore.jar"
if "%~1"=="province" set "CLASSES=%CLASSES%;%APP%lib\worker\*"
if "%~1"=="worker" set "CLASSES=%CLASSES%;%APP%lib\worker\*"

rem Without a word the desk, where it is there.
set "MENU="
if "%~1"=="" goto desk
if "%~1"=="desk" goto desk
:command
%START% "%CLASSES%" bankscore.cli.Main %MENU% %*
set "CODE=%ERRORLEVEL%"
goto leave
:desk
set WORDS=%*
if not "%~1"=="" set WORDS=%WORDS:*desk=%
if not exist "%APP%lib\desk\" goto nodesk
%START% "%APP%bankscore.jar;%APP%lib\desk\*" bankscore.desk.Main %WORDS%
set "CODE=%ERRORLEVEL%"
goto leave
:nodesk
type "%HOME_DIR%start\no-desk.txt" 1>&2
set "CODE=6"
set "MENU=menu"
if "%~1"=="" goto command
goto back

:leave
rem Where there is no archive yet, a start leaves one behind itself, in the background: whole and under its name, or not at all.
if not defined ARCHIVE if exist "%APP%bankscore.classes" start "" /b /low "%HOME_DIR%start\archive.cmd" >nul 2>&1

:back
if defined PAGE chcp %PAGE% >nul

:end
rem A double-click opens a window that closes with the program: let it be read. With arguments nobody double-clicked.
if not "%~1"=="" exit /b %CODE%
if not defined CMDCMDLINE exit /b %CODE%
set "CALLED=%CMDCMDLINE:"=%"
if not "%CALLED%"=="%CALLED:bankscore.cmd=%" pause
exit /b %CODE%
