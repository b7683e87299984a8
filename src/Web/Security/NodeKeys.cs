using System.Xml.Linq;
using Huanxin.App.Data;
using Huanxin.App.Operations;
using Huanxin.Core.Kernel;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Huanxin.Web.Security;

/// <summary>Keys of cookies and form tokens, kept sealed in the database: sessions outlive a restart and hold on every node.</summary>
public sealed class NodeKeys(IServiceScopeFactory scopes, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        return [.. db.NodeKeys.AsNoTracking().AsEnumerable().Select(key => XElement.Parse(db.Cipher.Open(key.Xml)))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var at = clock.GetUtcNow();
        db.Add(new NodeKey { Id = Guid.CreateVersion7(at), Name = friendlyName, Xml = db.Cipher.Seal(element.ToString()) });
        var act = new Act(Guid.CreateVersion7(at), at.UtcDateTime, Actor.Process("会话密钥"), OperationsVerbs.AddNodeKey);

        // The framework's key ring has no asynchronous form; this runs once in ninety days.
        Task.Run(() => db.SaveAsync(act)).GetAwaiter().GetResult();
    }
}

internal static class NodeKeyServices
{
    public static void AddNodeKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("huanxin");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = new NodeKeys(
                provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<TimeProvider>())));
    }
}
