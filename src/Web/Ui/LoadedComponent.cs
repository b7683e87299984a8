using Microsoft.AspNetCore.Components;

namespace Huanxin.Web.Ui;

/// <summary>
/// What every component is: it loads first and is drawn once, and one component of a request loads at a time. The framework would draw
/// a half-loaded page while it waits and load its parts side by side; a database context answers one question at a time, and only
/// PostgreSQL waits long enough to show it.
/// </summary>
public abstract class LoadedComponent : ComponentBase, IHandleEvent
{
    private bool isInitialized;

    [Inject] private LoadingTurn Turn { get; set; } = default!;

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await Turn.TakeAsync(LoadAsync);
        StateHasChanged();
    }

    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem callback, object? arg)
    {
        await callback.InvokeAsync(arg);
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        if (!isInitialized)
        {
            isInitialized = true;
            OnInitialized();
            await OnInitializedAsync();
        }

        OnParametersSet();
        await OnParametersSetAsync();
    }
}

/// <summary>A small part that asks nothing and of which a page has many: drawn at once, without waiting for a turn.</summary>
public abstract class DrawnComponent : ComponentBase
{
    public override Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        StateHasChanged();
        return Task.CompletedTask;
    }
}

/// <summary>Lets the components of one request load one after the other.</summary>
public sealed class LoadingTurn : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    public async Task TakeAsync(Func<Task> load)
    {
        await turn.WaitAsync();
        try
        {
            await load();
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
