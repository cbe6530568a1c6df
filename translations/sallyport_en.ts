<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AuthorizationChecks</name>
    <message numerus="yes">
        <source>Add “:*” to %n host(s)</source>
        <translation>
            <numerusform>Add “:*” to %n host</numerusform>
            <numerusform>Add “:*” to %n hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::DiskFile</name>
    <message numerus="yes">
        <source>It holds more than %Ln file(s). Open one of the folders in it.</source>
        <translation>
            <numerusform>It holds more than %Ln file. Open one of the folders in it.</numerusform>
            <numerusform>It holds more than %Ln files. Open one of the folders in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::FileCommands</name>
    <message numerus="yes">
        <source>Save the changes to %Ln file(s)?</source>
        <translation>
            <numerusform>Save the changes to %Ln file?</numerusform>
            <numerusform>Save the changes to %Ln files?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s) could not be opened.</source>
        <translation>
            <numerusform>%Ln file could not be opened.</numerusform>
            <numerusform>%Ln files could not be opened.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::NavigatorModel</name>
    <message numerus="yes">
        <source>%Ln finding(s), at least one error</source>
        <translation>
            <numerusform>%Ln finding, at least one error</numerusform>
            <numerusform>%Ln findings, at least one error</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s), at least one warning</source>
        <translation>
            <numerusform>%Ln finding, at least one warning</numerusform>
            <numerusform>%Ln findings, at least one warning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln note(s)</source>
        <translation>
            <numerusform>%Ln note</numerusform>
            <numerusform>%Ln notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::StatusLine</name>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
</context>
</TS>
