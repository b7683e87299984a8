using Huanxin.Core.People;
using Huanxin.Tests.Support;
using Xunit;

namespace Huanxin.Tests.Policies;

/// <summary>An application on the shipped packs, in which a district officer of Huancui reads.</summary>
public sealed class PolicyReader : IAsyncLifetime
{
    public TestApp App { get; private set; } = null!;

    public Browser Browser { get; private set; } = null!;

    public Task<Page> GetAsync(string url) => Browser.GetAsync(url);

    public async ValueTask InitializeAsync()
    {
        App = await TestApp.StartAsync();
        Browser = await App.SignedInAsync(Role.DistrictOfficer);
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await App.DisposeAsync();
    }
}
