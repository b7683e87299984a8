using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace Huanxin.Web.Ui;

/// <summary>A part of a page as it leaves the server; empty until it was drawn for the first time.</summary>
public sealed class DrawnPart
{
    /// <summary>Null while nobody has drawn it.</summary>
    public string? Html { get; internal set; }
}

/// <summary>
/// Draws its content once for all who are shown the same part, and shows it as it left from then on. Nothing in it may be of the person or of the
/// session: no name, no right, no form token.
/// </summary>
public sealed class Kept(IServiceProvider services, ILoggerFactory logs) : IComponent
{
    private RenderHandle page;

    /// <summary>Where it is kept; null draws the content as if this were not here.</summary>
    [Parameter] public DrawnPart? In { get; set; }

    [Parameter, EditorRequired] public RenderFragment ChildContent { get; set; } = default!;

    public void Attach(RenderHandle renderHandle) => page = renderHandle;

    public async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (In is not null) In.Html ??= await DrawAsync(ChildContent);
        page.Render(Show);
    }

    private void Show(RenderTreeBuilder frames)
    {
        if (In?.Html is { } html) frames.AddMarkupContent(0, html);
        else frames.AddContent(1, ChildContent);
    }

    private async Task<string> DrawAsync(RenderFragment content)
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var given = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ChildContent)] = content });
            return (await renderer.RenderComponentAsync<Kept>(given)).ToHtmlString();
        });
    }
}
