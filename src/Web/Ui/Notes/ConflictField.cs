using Huanxin.Web.Ui.Forms;

namespace Huanxin.Web.Ui.Notes;

/// <summary>One field two people changed: its posted name and label, what I typed and what the other saved.</summary>
/// <param name="Name">Posted name, e.g. “Form.Name”.</param>
/// <param name="Label">Name on the screen.</param>
/// <param name="Mine">Value as it would be posted by me.</param>
/// <param name="Theirs">Value as it would be posted for what the other has saved.</param>
/// <param name="MineText">How mine reads, where that differs from what is posted.</param>
/// <param name="TheirsText">How theirs reads, where that differs from what is posted.</param>
public sealed record ConflictField(
    string Name, string Label, string? Mine, string? Theirs, string? MineText = null, string? TheirsText = null)
{
    /// <summary>From the values themselves, e.g. of an EditConflict, written as their inputs write them.</summary>
    public static ConflictField Of(string name, string label, object? mine, object? theirs) =>
        new(name, label, FieldName.Text(mine), FieldName.Text(theirs));

    /// <summary>What stood in each field when the form was opened travels under this in front of its name.</summary>
    public const string Opened = "_opened.";

    public bool Differs => (Mine ?? "") != (Theirs ?? "");

    /// <summary>True unless the person left the field as it was when the form was opened; what was not sent counts as changed.</summary>
    public bool IsMyChange(IFormCollection? posted) =>
        posted is null || !posted.TryGetValue(Opened + Name, out var opened) || opened.ToString() != (Mine ?? "");
}
