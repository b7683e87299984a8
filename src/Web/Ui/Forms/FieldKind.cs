namespace Huanxin.Web.Ui.Forms;

/// <summary>What a field asks for; decides the control, the keyboard and the sentence for unreadable input.</summary>
public enum FieldKind
{
    Text, TextArea, Number, Money, Area, Date, Month, Select, Radios, Checkbox, Checkboxes, File, Password, Phone, Code,
}

/// <summary>One choice of a select, a radio group or a filter.</summary>
public sealed record Option(string Value, string Text);
