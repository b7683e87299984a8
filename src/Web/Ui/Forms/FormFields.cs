using Microsoft.AspNetCore.Components.Forms;

namespace Huanxin.Web.Ui.Forms;

/// <summary>A field as the list of errors sees it.</summary>
public sealed record FieldNote(string Id, string Label, IReadOnlyList<string> Errors);

/// <summary>The fields of one form, so that FormErrors, which stands above them, can link to each.</summary>
public sealed class FormFields
{
    private readonly Dictionary<string, FieldNote> notes = [];
    private readonly string[] order;

    private FormFields(object model) => order = [.. model.GetType().GetProperties().Select(property => property.Name)];

    /// <summary>Raised when a field below has changed what it has to say.</summary>
    public event Action? Changed;

    /// <summary>In the order of the form class, as they stand on the page: fields inside components tell later than those beside them.</summary>
    public IReadOnlyCollection<FieldNote> WithErrors =>
        [.. notes.Where(note => note.Value.Errors.Count > 0).OrderBy(note => PlaceOf(note.Key)).Select(note => note.Value)];

    /// <summary>The fields of the form the context belongs to.</summary>
    public static FormFields Of(EditContext form)
    {
        if (form.Properties.TryGetValue(typeof(FormFields), out var known)) return (FormFields)known;

        var fields = new FormFields(form.Model);
        form.Properties[typeof(FormFields)] = fields;
        return fields;
    }

    // “Form.Signs[2]” is one of Signs.
    private int PlaceOf(string name) => Array.IndexOf(order, name[(name.IndexOf('.') + 1)..].Split('.', '[')[0]);

    public void Tell(string name, FieldNote note)
    {
        if (notes.TryGetValue(name, out var before) && before.Errors.SequenceEqual(note.Errors)) return;

        notes[name] = note;
        if (note.Errors.Count > 0 || before is { Errors.Count: > 0 }) Changed?.Invoke();
    }
}
