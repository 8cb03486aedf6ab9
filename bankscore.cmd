@echo off
rem Starts bankscore. In a source checkout the jar is built first if it is missing or older than the sources.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%bankscore.jar"
if not exist "%HOME_DIR%pom.xml" goto run
set "JAR=%HOME_DIR%target\bankscore.jar"
set "BUILT=%HOME_DIR%target\bankscore.built"
if not exist "%JAR%" goto build
if not exist "%BUILT%" goto build
powershell -NoProfile -NonInteractive -Command "exit [int][bool](Get-ChildItem -Recurse -File -LiteralPath (Join-Path $env:HOME_DIR 'pom.xml'),(Join-Path $env:HOME_DIR 'src\main') | Where-Object { $_.LastWriteTime -gt (Get-Item -LiteralPath $env:BUILT).LastWriteTime })"
if not errorlevel 1 goto run

:build
echo bankscore: building, this takes a minute the first time 1>&2
pushd "%HOME_DIR%"
call mvn -q -B -Dmaven.test.skip=true -Drelease.skip=true package 1>&2
if errorlevel 1 (
  popd
  echo bankscore: the build failed; JDK 17 and Maven are needed 1>&2
  set "CODE=6"
  goto end
)
echo built> "%BUILT%"
popd

:run
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java"
if exist "%HOME_DIR%runtime\bin\java.exe" set "JAVA=%HOME_DIR%runtime\bin\java"
rem The program speaks UTF-8; the window is put back to its own code page afterwards.
set "PAGE="
for /f "tokens=2 delims=:" %%p in ('chcp') do set "PAGE=%%p"
chcp 65001 >nul
set "BANKSCORE_HOME=%HOME_DIR%"
"%JAVA%" -Xmx512m -XX:MetaspaceSize=96m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Djdk.console=java.base %BANKSCORE_JAVA_OPTS% -jar "%JAR%" %*
set "CODE=%ERRORLEVEL%"
if defined PAGE chcp %PAGE% >nul

:end
rem A double-click opens a window that closes with the program: let it be read. With arguments nobody double-clicked.
if not "%~1"=="" goto leave
set "CALLED=%CMDCMDLINE:"=%"
echo "%CALLED%" | find /i "%~nx0" >nul && pause

:leave
exit /b %CODE%
