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
    <name>Flow</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeftOut</name>
    <message numerus="yes">
        <source>%n rule(s) are left out, at least in part, because of errors.</source>
        <translation>
            <numerusform>%n rule are left out, at least in part, because of errors.</numerusform>
            <numerusform>%n rules are left out, at least in part, because of errors.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) have errors, and what depends on them is left out.</source>
        <translation>
            <numerusform>%n document have errors, and what depends on them is left out.</numerusform>
            <numerusform>%n documents have errors, and what depends on them is left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>So are %n rule(s), at least in part.</source>
        <translation>
            <numerusform>So are %n rule, at least in part.</numerusform>
            <numerusform>So are %n rules, at least in part.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::DestinationPanel</name>
    <message numerus="yes">
        <source>Remove %n host(s) from %1</source>
        <translation>
            <numerusform>Remove %n host from %1</numerusform>
            <numerusform>Remove %n hosts from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n host(s) into %1</source>
        <translation>
            <numerusform>Paste %n host into %1</numerusform>
            <numerusform>Paste %n hosts into %1</numerusform>
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
    <name>sallyport::ExportDialog</name>
    <message numerus="yes">
        <source>Something would be missing, because of %Ln error(s). See Problems.</source>
        <translation>
            <numerusform>Something would be missing, because of %Ln error. See Problems.</numerusform>
            <numerusform>Something would be missing, because of %Ln errors. See Problems.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln object(s)</source>
        <translation>
            <numerusform>%Ln object</numerusform>
            <numerusform>%Ln objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export and remove %Ln file(s)</source>
        <translation>
            <numerusform>Export and remove %Ln file</numerusform>
            <numerusform>Export and remove %Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %Ln object(s).</source>
        <translation>
            <numerusform>Copied %Ln object.</numerusform>
            <numerusform>Copied %Ln objects.</numerusform>
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
    <name>sallyport::FindBar</name>
    <message numerus="yes">
        <source>%n replaced</source>
        <translation>
            <numerusform>%n replaced</numerusform>
            <numerusform>%n replaced</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::FindingLine</name>
    <message numerus="yes">
        <source>(+%n more)</source>
        <translation>
            <numerusform>(+%n more)</numerusform>
            <numerusform>(+%n more)</numerusform>
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
    <name>sallyport::ObjectsTab</name>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n object</numerusform>
            <numerusform>%n objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s): jump to one</source>
        <translation>
            <numerusform>%n object: jump to one</numerusform>
            <numerusform>%n objects: jump to one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::OriginLine</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::PolicyForm</name>
    <message numerus="yes">
        <source>%n finding(s) in other rules of this policy.</source>
        <translation>
            <numerusform>%n finding in other rules of this policy.</numerusform>
            <numerusform>%n findings in other rules of this policy.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::SourcePanel</name>
    <message numerus="yes">
        <source>Remove %n label(s) of %1</source>
        <translation>
            <numerusform>Remove %n label of %1</numerusform>
            <numerusform>Remove %n labels of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n label(s) into %1</source>
        <translation>
            <numerusform>Paste %n label into %1</numerusform>
            <numerusform>Paste %n labels into %1</numerusform>
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
