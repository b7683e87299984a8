using Huanxin.App.Data;
using Huanxin.Core.People;
using Huanxin.Web.Ui.Forms;
using Xunit;

namespace Huanxin.Tests.People;

public sealed class AskingTests
{
    [Fact]
    public async Task A_command_that_did_what_was_asked_is_done()
    {
        Assert.True((await Asking.TryAsync(() => Task.CompletedTask)).IsDone);
    }

    [Fact]
    public async Task Refusal_conflict_and_storage_trouble_become_outcomes_and_a_bug_stays_a_bug()
    {
        var refused = await Asking.TryAsync(() => throw PeopleRefusals.OwnParent());
        var stored = await Asking.TryAsync(() => throw new StorageTrouble("磁盘已满", new IOException()));

        Assert.Equal("organisation.own-parent", refused.Refusal?.Code);
        Assert.Equal("磁盘已满", stored.Trouble?.Message);
        Assert.False(refused.IsDone || stored.IsDone);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Asking.TryAsync(() => throw new InvalidOperationException()));
    }
}
