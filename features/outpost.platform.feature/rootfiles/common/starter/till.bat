@echo off
rem Starts the till that the pointer names: one of two slots, a or b. See the file "till" beside it for what the pointer's words mean.
rem Here an updated till that hangs is not killed: whoever ends it gets the other slot with the next start.
setlocal
set "HOME_FOLDER=%~dp0"
set "POINTER=%HOME_FOLDER%state\pointer"
if not defined JAVA set "JAVA=java"
call :read
if "%~1"=="update" goto update
:start
call :read
if "%REASON%"=="tried" (call :point %OTHER% undone %SLOT% & goto start)
if "%REASON%"=="trial" call :point %SLOT% tried %OTHER%
set "OUTPOST_UPDATE_HOME=%HOME_FOLDER%."
set "OUTPOST_WAIT=/wait"
call "%HOME_FOLDER%%SLOT%\till.bat" %*
set "STATUS=%ERRORLEVEL%"
call :read
if "%REASON%"=="tried" goto start
if "%STATUS%"=="23" goto start
exit /b %STATUS%
:update
shift
"%JAVA%" -Xmx256m "-Doutpost.home=%HOME_FOLDER%." -cp "%HOME_FOLDER%%SLOT%\plugins\*" outpost.update.Main %1 %2 %3 %4 %5 %6 %7 %8 %9
exit /b %ERRORLEVEL%
:read
set "SLOT="
set "REASON="
set "OTHER="
if exist "%POINTER%" for /f "usebackq tokens=1-3" %%A in ("%POINTER%") do (set "SLOT=%%A" & set "REASON=%%B" & set "OTHER=%%C")
if "%SLOT%"=="a" exit /b
if "%SLOT%"=="b" exit /b
set "SLOT=a"
if not exist "%HOME_FOLDER%a\whole" set "SLOT=b"
exit /b
:point
>"%POINTER%.starter" echo %1 %2 %3
move /y "%POINTER%.starter" "%POINTER%" >nul
exit /b
