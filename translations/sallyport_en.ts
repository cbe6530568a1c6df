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
    <name>sallyport::AccessView</name>
    <message numerus="yes">
        <source>%Ln newly allowed</source>
        <translation>
            <numerusform>%Ln newly allowed</numerusform>
            <numerusform>%Ln newly allowed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln no longer allowed</source>
        <translation>
            <numerusform>%Ln no longer allowed</numerusform>
            <numerusform>%Ln no longer allowed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::AuthorizationPage</name>
    <message numerus="yes">
        <source>%n finding(s) in other rules of this policy.</source>
        <translation>
            <numerusform>%n finding in other rules of this policy.</numerusform>
            <numerusform>%n findings in other rules of this policy.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::BulkPanel</name>
    <message numerus="yes">
        <source>%Ln destination(s)</source>
        <translation>
            <numerusform>%Ln destination</numerusform>
            <numerusform>%Ln destinations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ChangesModel</name>
    <message numerus="yes">
        <source>⋯ %Ln line(s) that are the same</source>
        <translation>
            <numerusform>⋯ %Ln line that is the same</numerusform>
            <numerusform>⋯ %Ln lines that are the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ChangesTab</name>
    <message numerus="yes">
        <source>+%L1 −%L2 in %Ln place(s)</source>
        <translation>
            <numerusform>+%L1 −%L2 in %Ln place</numerusform>
            <numerusform>+%L1 −%L2 in %Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ClusterView</name>
    <message numerus="yes">
        <source>It is done: %n write(s) to %1.</source>
        <translation>
            <numerusform>It is done: %n write to %1.</numerusform>
            <numerusform>It is done: %n writes to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n write(s) to %1.</source>
        <translation>
            <numerusform>Stopped after %n write to %1.</numerusform>
            <numerusform>Stopped after %n writes to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n write(s) were done before. Nothing is allowed there that neither state allows.</source>
        <translation>
            <numerusform>%n write was done before. Nothing is allowed there that neither state allows.</numerusform>
            <numerusform>%n writes were done before. Nothing is allowed there that neither state allows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::CommandPalette</name>
    <message numerus="yes">
        <source>%n matches; the best are shown.</source>
        <translation>
            <numerusform>%n match; the best are shown.</numerusform>
            <numerusform>%n matches; the best are shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n matches.</source>
        <translation>
            <numerusform>%n match.</numerusform>
            <numerusform>%n matches.</numerusform>
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
        <source>Move %n host(s)</source>
        <translation>
            <numerusform>Move %n host</numerusform>
            <numerusform>Move %n hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::DiffCommand</name>
    <message numerus="yes">
        <source>%n entries are newly allowed</source>
        <translation>
            <numerusform>%n entry is newly allowed</numerusform>
            <numerusform>%n entries are newly allowed</numerusform>
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
    <name>sallyport::DiskNotices</name>
    <message numerus="yes">
        <source>Reload All %Ln</source>
        <translation>
            <numerusform>Reload %Ln</numerusform>
            <numerusform>Reload All %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reload %Ln file(s)</source>
        <translation>
            <numerusform>Reload %Ln file</numerusform>
            <numerusform>Reload %Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ExpectationsPane</name>
    <message numerus="yes">
        <source>Expectations (%Ln fail)</source>
        <translation>
            <numerusform>Expectations (%Ln fails)</numerusform>
            <numerusform>Expectations (%Ln fail)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Expectations (%Ln unknown)</source>
        <translation>
            <numerusform>Expectations (%Ln unknown)</numerusform>
            <numerusform>Expectations (%Ln unknown)</numerusform>
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
    <name>sallyport::HistoryCommand</name>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n object</numerusform>
            <numerusform>%n objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::HistoryPage</name>
    <message numerus="yes">
        <source>stopped after %n write(s)</source>
        <translation>
            <numerusform>stopped after %n write</numerusform>
            <numerusform>stopped after %n writes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>ended after %n write(s)</source>
        <translation>
            <numerusform>ended after %n write</numerusform>
            <numerusform>ended after %n writes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n object</numerusform>
            <numerusform>%n objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::HostPasting</name>
    <message numerus="yes">
        <source>Paste %n host(s)</source>
        <translation>
            <numerusform>Paste %n host</numerusform>
            <numerusform>Paste %n hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n host(s) into %1</source>
        <translation>
            <numerusform>Paste %n host into %1</numerusform>
            <numerusform>Paste %n hosts into %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added %n host(s).</source>
        <translation>
            <numerusform>Added %n host.</numerusform>
            <numerusform>Added %n hosts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n destination(s) are new.</source>
        <translation>
            <numerusform>%n destination is new.</numerusform>
            <numerusform>%n destinations are new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them were there already.</source>
        <translation>
            <numerusform>%n of them was there already.</numerusform>
            <numerusform>%n of them were there already.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ItemEdits</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n destination(s)</source>
        <translation>
            <numerusform>%n destination</numerusform>
            <numerusform>%n destinations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n host</numerusform>
            <numerusform>%n hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::LabelsEdit</name>
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
    <name>sallyport::MergeModel</name>
    <message numerus="yes">
        <source>⋯ %Ln more line(s) that are the same</source>
        <translation>
            <numerusform>⋯ %Ln more line that is the same</numerusform>
            <numerusform>⋯ %Ln more lines that are the same</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::MergeView</name>
    <message numerus="yes">
        <source>%Ln difference(s) wait for your choice: both sides have changed the same lines.</source>
        <translation>
            <numerusform>%Ln difference waits for your choice: both sides have changed the same lines.</numerusform>
            <numerusform>%Ln differences wait for your choice: both sides have changed the same lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s), all decided. Nothing is changed before you apply it.</source>
        <translation>
            <numerusform>%Ln difference, all decided. Nothing is changed before you apply it.</numerusform>
            <numerusform>%Ln differences, all decided. Nothing is changed before you apply it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::Navigator</name>
    <message numerus="yes">
        <source>%Ln rule(s)</source>
        <translation>
            <numerusform>%Ln rule</numerusform>
            <numerusform>%Ln rules</numerusform>
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
    <name>sallyport::NavigatorView</name>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
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
    <name>sallyport::PasteDialog</name>
    <message numerus="yes">
        <source>%n host(s) will be added.</source>
        <translation>
            <numerusform>%n host will be added.</numerusform>
            <numerusform>%n hosts will be added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n host(s) are left out.</source>
        <translation>
            <numerusform>%n host is left out.</numerusform>
            <numerusform>%n hosts are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are duplicates.</source>
        <translation>
            <numerusform>%n row is a duplicate.</numerusform>
            <numerusform>%n rows are duplicates.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are no hosts: edit them, or leave them.</source>
        <translation>
            <numerusform>%n row is no host: edit it, or leave it.</numerusform>
            <numerusform>%n rows are no hosts: edit them, or leave them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Add %n Host(s)</source>
        <translation>
            <numerusform>&amp;Add %n Host</numerusform>
            <numerusform>&amp;Add %n Hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::PlanModel</name>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::PlanView</name>
    <message numerus="yes">
        <source>Take back %n object(s) on %1</source>
        <translation>
            <numerusform>Take back %n object on %1</numerusform>
            <numerusform>Take back %n objects on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n object(s) from %1</source>
        <translation>
            <numerusform>Delete %n object from %1</numerusform>
            <numerusform>Delete %n objects from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n object(s) to %1</source>
        <translation>
            <numerusform>Apply %n object to %1</numerusform>
            <numerusform>Apply %n objects to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done: %n write(s) to %1.</source>
        <translation>
            <numerusform>Done: %n write to %1.</numerusform>
            <numerusform>Done: %n writes to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n write(s). Plan again to go on.</source>
        <translation>
            <numerusform>Stopped after %n write. Plan again to go on.</numerusform>
            <numerusform>Stopped after %n writes. Plan again to go on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ended after %n write(s). Plan again to go on.</source>
        <translation>
            <numerusform>Ended after %n write. Plan again to go on.</numerusform>
            <numerusform>Ended after %n writes. Plan again to go on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::PolicyPage</name>
    <message numerus="yes">
        <source>%n finding(s) in other rules of this policy.</source>
        <translation>
            <numerusform>%n finding in other rules of this policy.</numerusform>
            <numerusform>%n findings in other rules of this policy.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::RecordTable</name>
    <message numerus="yes">
        <source>Remove %n row(s) of %1</source>
        <translation>
            <numerusform>Remove %n row of %1</numerusform>
            <numerusform>Remove %n rows of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n row(s) into %1</source>
        <translation>
            <numerusform>Paste %n row into %1</numerusform>
            <numerusform>Paste %n rows into %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::RenameDialog</name>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s) stay(s) as it is; the list says why.</source>
        <translation>
            <numerusform>%Ln place stays as it is; the list says why.</numerusform>
            <numerusform>%Ln places stay as they are; the list says why.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::RuleCommands</name>
    <message numerus="yes">
        <source>Delete %Ln item(s)</source>
        <translation>
            <numerusform>Delete %Ln item</numerusform>
            <numerusform>Delete %Ln items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::Session</name>
    <message numerus="yes">
        <source>Of %Ln file(s) only a part was left; it is in a new file. Save what you want to keep.</source>
        <translation>
            <numerusform>Of %Ln file only a part was left; it is in a new file. Save what you want to keep.</numerusform>
            <numerusform>Of %Ln files only a part was left; it is in a new file. Save what you want to keep.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::SeveralEdits</name>
    <message numerus="yes">
        <source>Delete %Ln document(s)</source>
        <translation>
            <numerusform>Delete %Ln document</numerusform>
            <numerusform>Delete %Ln documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::SourcePanel</name>
    <message numerus="yes">
        <source>%n pod(s) on %1</source>
        <translation>
            <numerusform>%n pod on %1</numerusform>
            <numerusform>%n pods on %1</numerusform>
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
<context>
    <name>sallyport::Surroundings</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
