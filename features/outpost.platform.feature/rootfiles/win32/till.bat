@echo off
rem Starts the till: till [--data DIR] [--enrol CODE_OR_URL]. JAVA names another Java than the one on the PATH, OUTPOST_JAVA_OPTIONS its options.
setlocal
if not defined JAVA set "JAVA=javaw"
set "DATA=%USERPROFILE%\outpost-till"
set "ENROL="
:next
if "%~1"=="" goto start
if "%~1"=="--data" (set "DATA=%~2" & shift & shift & goto next)
if "%~1"=="--enrol" (set "ENROL=--enrol "%~2"" & shift & shift & goto next)
echo till: unknown option '%~1'. till [--data DIR] [--enrol CODE_OR_URL]>&2
exit /b 2
:start
for %%J in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set "LAUNCHER=%%J"
start "Outpost" %OUTPOST_WAIT% "%JAVA%" "@%~dp0java.options" "-Doutpost.data=%DATA%" "-Doutpost.fonts=%~dp0fonts" "-Dlogback.configurationFile=%~dp0logback.xml" %OUTPOST_JAVA_OPTIONS% -jar "%LAUNCHER%" -nosplash -data "%DATA%\workbench" %ENROL%
