@echo off
rem Starts bankscore. In a source checkout the jar is built first if it is missing.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%target\bankscore.jar"
if not exist "%HOME_DIR%pom.xml" set "JAR=%HOME_DIR%bankscore.jar"
if exist "%HOME_DIR%pom.xml" if not exist "%JAR%" (
  echo bankscore: building, this takes a minute the first time 1>&2
  pushd "%HOME_DIR%"
  call mvn -q -B -Dmaven.test.skip=true package 1>&2
  if errorlevel 1 (
    popd
    exit /b 6
  )
  popd
)
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
if exist "%HOME_DIR%runtime\bin\java.exe" set "JAVA=%HOME_DIR%runtime\bin\java"
set "BANKSCORE_HOME=%HOME_DIR%"
"%JAVA%" -Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dfile.encoding=UTF-8 %BANKSCORE_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
