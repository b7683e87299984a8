using System.Linq.Expressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Huanxin.Web.Ui.Forms;

/// <summary>
/// What a field is bound to: a property of a form (<see cref="For"/>), or a bare name with a value.
/// What was typed is shown again exactly as typed, also when it could not be read.
/// </summary>
public abstract class FieldBinding : ComponentBase
{
    [CascadingParameter] private EditContext? Form { get; set; }
    [CascadingParameter] private HttpContext? Http { get; set; }
    [CascadingParameter] private FormMappingContext? Mapping { get; set; }

    [Parameter, EditorRequired] public string Label { get; set; } = "";
    [Parameter] public FieldKind Kind { get; set; }

    /// <summary>Property of the form class, e.g. <c>() => Form.Name</c>.</summary>
    [Parameter] public Expression<Func<object?>>? For { get; set; }

    /// <summary>Posted name, for forms without a form class.</summary>
    [Parameter] public string? Name { get; set; }

    /// <summary>Value, for forms without a form class.</summary>
    [Parameter] public object? Value { get; set; }

    /// <summary>A sentence from elsewhere about what was entered.</summary>
    [Parameter] public string? Error { get; set; }

    protected string InputName { get; private set; } = "";
    protected string InputId { get; private set; } = "";
    protected string Typed { get; private set; } = "";
    protected IReadOnlyCollection<string> Ticked { get; private set; } = [];
    protected IReadOnlyList<string> Errors { get; private set; } = [];

    protected override void OnInitialized()
    {
        // Validation runs after the first rendering of the fields; the form says when it is over.
        if (Form is not null) Form.OnValidationStateChanged += (_, _) => { Bind(); StateHasChanged(); };
    }

    protected override void OnParametersSet() => Bind();

    private void Bind()
    {
        InputName = Name ?? (For is null ? "" : FieldName.Of(For));
        InputId = InputName.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);
        var value = For is null ? Value : For.Compile()();
        Typed = Posted() ?? FieldName.Text(value);
        if (Kind == FieldKind.Checkboxes) Ticked = [.. ((System.Collections.IEnumerable)value!).Cast<object>().Select(FieldName.Text)];
        Errors = [.. Problems()];
        if (Form is not null) FormFields.Of(Form).Tell(InputName, new FieldNote(InputId, Label, Errors));
    }

    // A password is never sent back, and a file cannot be.
    private string? Posted() =>
        Kind is FieldKind.Password or FieldKind.File ? ""
        : Http is not { Request: { HasFormContentType: true } request } ? null
        : request.Form.TryGetValue(InputName, out var typed) ? typed[0] : null;

    private IEnumerable<string> Problems()
    {
        if (Error is not null) yield return Error;
        if (Mapping?.GetErrors(InputName) is not null)
        {
            yield return Unreadable;
            yield break;
        }

        if (Form is null || For is null) yield break;
        foreach (var message in Form.GetValidationMessages(FieldIdentifier.Create(For))) yield return message;
    }

    private string Unreadable => Kind switch
    {
        FieldKind.Date => $"“{Label}”应为日期，例如 2024-03-28。",
        FieldKind.Month => $"“{Label}”应为年月，例如 2024-03。",
        _ => $"“{Label}”的内容无法识别，请重新填写。",
    };
}
