@echo off
rem Starts the till: till --data DIR [--enrol CODE_OR_URL]. JAVA names another Java 17 than the one on the PATH.
if not defined JAVA set JAVA=javaw
for %%J in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set LAUNCHER=%%J
rem Equinox knows the data directory by one dash.
set ARGUMENTS=%*
if defined ARGUMENTS set ARGUMENTS=%ARGUMENTS:--data=-data%
start "Outpost" "%JAVA%" %OUTPOST_JAVA_OPTIONS% -Xmx512m -jar "%LAUNCHER%" -nosplash %ARGUMENTS%
