using Microsoft.AspNetCore.Components.Forms;

namespace Huanxin.Web.Ui.Forms;

/// <summary>A field as the list of errors sees it.</summary>
public sealed record FieldNote(string Id, string Label, IReadOnlyList<string> Errors);

/// <summary>The fields of one form, so that FormErrors, which stands above them, can link to each.</summary>
public sealed class FormFields
{
    private readonly Dictionary<string, FieldNote> notes = [];

    /// <summary>Raised when a field below has changed what it has to say.</summary>
    public event Action? Changed;

    public IReadOnlyCollection<FieldNote> WithErrors => [.. notes.Values.Where(n => n.Errors.Count > 0)];

    /// <summary>The fields of the form the context belongs to.</summary>
    public static FormFields Of(EditContext form)
    {
        if (form.Properties.TryGetValue(typeof(FormFields), out var known)) return (FormFields)known;

        var fields = new FormFields();
        form.Properties[typeof(FormFields)] = fields;
        return fields;
    }

    public void Tell(string name, FieldNote note)
    {
        if (notes.TryGetValue(name, out var before) && before.Errors.SequenceEqual(note.Errors)) return;

        notes[name] = note;
        if (note.Errors.Count > 0 || before is { Errors.Count: > 0 }) Changed?.Invoke();
    }
}
