using System.Runtime.CompilerServices;
using Huanxin.App.Data;
using Huanxin.App.People;
using Huanxin.App.Policies.Drafts;
using Huanxin.Core.Communities;
using Huanxin.Core.Kernel;
using Huanxin.Core.People;
using Microsoft.EntityFrameworkCore;

namespace Huanxin.App.Communities;

/// <summary>The register as the questions of policy see it: communities in use with their buildings, some at a time.</summary>
public sealed class RegisterSource(AppDb db) : ICommunitySource
{
    private const int AtATime = 2000;

    public async IAsyncEnumerable<RegisteredCommunity> InAsync(RegionCode place, DateOnly on, [EnumeratorCancellation] CancellationToken stop)
    {
        var inside = db.Communities.AsNoTracking().Within(new Jurisdiction([place])).Where(c => c.State == CommunityState.Active);
        for (var last = Guid.Empty; ;)
        {
            var some = await inside.Where(c => c.Id > last).OrderBy(c => c.Id).Take(AtATime).ToListAsync(stop);
            var ids = some.ConvertAll(c => c.Id);
            var buildings = await db.Buildings.AsNoTracking().Where(b => ids.Contains(b.CommunityId)).ToListAsync(stop);
            var byCommunity = buildings.ToLookup(b => b.CommunityId);
            foreach (var community in some)
            {
                yield return new RegisteredCommunity(community.Id, community.Name, RegisterFacts.Of(community, [.. byCommunity[community.Id]]));
            }

            if (some.Count < AtATime) yield break;
            last = some[^1].Id;
        }
    }
}
