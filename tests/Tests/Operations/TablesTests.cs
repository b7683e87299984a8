using Huanxin.App.Operations;
using Huanxin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace Huanxin.Tests.Operations;

[BothDatabases]
public sealed class TablesTests
{
    [Fact]
    public async Task Every_table_of_the_model_comes_once_and_after_those_it_refers_to()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();

        var order = Tables.InOrder(db.Model).ToList();

        Assert.Equal(db.Model.GetRelationalModel().Tables.Count(), order.Distinct().Count());
        Assert.All(order, table => Assert.All(table.ForeignKeyConstraints,
            key => Assert.True(order.IndexOf((ITable)key.PrincipalTable) <= order.IndexOf(table), key.Name)));
    }
}
